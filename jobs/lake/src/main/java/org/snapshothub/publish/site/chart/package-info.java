/** Geometry of the charts: numbers in, coordinates out. The templates draw them as SVG, the style sheet colours them. */
package org.snapshothub.publish.site.chart;
