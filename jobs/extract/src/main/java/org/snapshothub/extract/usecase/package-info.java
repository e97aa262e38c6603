/** Which uses of data a text tells: who, where, of which field, with the sentence that says so. */
package org.snapshothub.extract.usecase;
