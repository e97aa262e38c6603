/** The weather widget: stations, sky words, one page's readings, and a day's readings made into statistics. */
package org.snapshothub.extract.observation;
