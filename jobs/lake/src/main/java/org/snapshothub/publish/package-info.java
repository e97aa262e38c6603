/** From gold to what people open: the gate, the rows that may leave, the site. */
package org.snapshothub.publish;
