package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads one input, whatever it is, from its first byte to its last: WARC, WET, WAT, ARC, WACZ, or one page as HTML, XML
 * or text; each plain, gzip or zstd. What an input is, its content says before its name does.
 *
 * <p>Damage costs the record it hits: it comes as {@link Item.Refused}, and reading goes on at the next record. A
 * reader always ends, and its work is linear in the input. {@link IOException} means that the storage failed.
 */
public interface PageReader extends AutoCloseable {

    /** The next thing met; empty at the end of the input. */
    Optional<Item> next() throws IOException;

    /** Whole records met so far, pages or not, without the refused ones. A plain page is one record. */
    long records();

    /** Bytes of the input consumed so far. */
    long position();

    @Override
    void close() throws IOException;

    /** Opens an input that has no sidecar. */
    static PageReader of(Source source, Limits limits) throws IOException {
        return of(source, null, limits);
    }

    /** Opens an input; {@code sidecar} is its {@code NAME.meta.json}, or null, and speaks only of plain files. */
    static PageReader of(Source source, Source sidecar, Limits limits) throws IOException {
        return Inputs.open(source, sidecar, limits);
    }
}
