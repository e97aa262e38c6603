/** What the pages say: readings, articles, data-usage cases. */
package org.snapshothub.silver;
