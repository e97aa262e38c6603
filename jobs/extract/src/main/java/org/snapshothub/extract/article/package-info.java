/** From a page to its article: title, main text without chrome, date and what the date rests on, outlet; and the pieces by which copies are grouped. */
package org.snapshothub.extract.article;
