/** Data beside the pages: script files that pages load on demand, and open data in the formats people ask for. */
package org.snapshothub.publish.site.data;
