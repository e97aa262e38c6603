/** What was refused and what was done; any job may write here. */
package org.snapshothub.audit;
