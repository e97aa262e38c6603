/** The numbers: temperatures by station, region and month; data-usage cases by month, topic, region, organisation. */
package org.snapshothub.gold;
