/** From bytes to pages: archives, files, charsets. The only package of this module that does I/O. */
package org.snapshothub.extract.page;
