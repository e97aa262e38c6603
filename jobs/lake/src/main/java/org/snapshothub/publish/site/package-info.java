/**
 * The hub's site: rows in, a folder of pages and open data out. Knows no Spark, no clock and no network, so the same
 * rows, settings and program version give the same bytes.
 */
package org.snapshothub.publish.site;
