/** The words in which results are told: found, rejected, and why. */
package org.snapshothub.extract.record;
