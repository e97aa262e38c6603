package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.Optional;
import org.snapshothub.extract.record.Rejected;

/** The archives in a WACZ. */
final class WaczReader implements PageReader {

    private final RawInput raw;
    private boolean done;

    WaczReader(Source source, RawInput raw, Limits limits) {
        this.raw = raw;
    }

    @Override
    public Optional<Item> next() {
        if (done) {
            return Optional.empty();
        }
        done = true;
        return Optional.of(new Item.Refused(Rejected.of(PageReason.NOT_A_PAGE, "a zip", "", 0), null, null));
    }

    @Override
    public long records() {
        return 0;
    }

    @Override
    public long position() {
        return raw.position();
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
