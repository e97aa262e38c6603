/** Fetching over HTTP: who may be asked, how often, and what came back. Plain Java; the lake is not known here. */
package org.snapshothub.bronze.live;
