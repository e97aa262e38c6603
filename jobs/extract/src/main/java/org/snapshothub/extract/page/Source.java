package org.snapshothub.extract.page;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that can be opened anywhere: a file of any file system, seen without that file system.
 *
 * <p>The lake implements it over Hadoop's file systems; tests over arrays and plain files.
 */
public interface Source {

    /** The full path or URI, as it goes into the ledger. */
    String path();

    /** Size in bytes. */
    long size();

    /** Opens the bytes from {@code offset} to the end. The caller closes the stream. */
    InputStream open(long offset) throws IOException;
}
