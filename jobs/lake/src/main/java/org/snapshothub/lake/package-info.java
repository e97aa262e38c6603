/** What every job stands on: tables, codecs, slices, the session, settings, the lock. Knows no table by name. */
package org.snapshothub.lake;
