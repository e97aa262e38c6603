/** The command line: what people type, what they see, and the exit codes. */
package org.snapshothub.cli;
