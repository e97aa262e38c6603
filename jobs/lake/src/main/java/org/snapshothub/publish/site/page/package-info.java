/** What each page says: plain records that the templates print, every number shaped and every foreign word made safe. */
package org.snapshothub.publish.site.page;
