/** Pages as pulled, and the ledger of inputs. */
package org.snapshothub.bronze;
