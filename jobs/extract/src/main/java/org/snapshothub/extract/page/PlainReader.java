package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.snapshothub.extract.record.Rejected;

/** A file that is one page, perhaps compressed, perhaps with a sidecar. */
final class PlainReader implements PageReader {

    private final Members members;
    private final Source sidecar;
    private final Limits limits;
    private boolean done;
    private long records;

    PlainReader(Members members, Source sidecar, Limits limits) {
        this.members = members;
        this.sidecar = sidecar;
        this.limits = limits;
    }

    @Override
    public Optional<Item> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        done = true;
        try {
            Item item = page();
            records = 1;
            return Optional.of(item);
        } catch (Damaged e) {
            return Optional.of(new Item.Refused(Rejected.of(e.reason(), e.getMessage(), "", 0), null, null));
        }
    }

    private Item page() throws IOException {
        Sidecar meta = sidecar == null ? Sidecar.NONE : Sidecar.read(sidecar);
        if (meta.status() != null && meta.status() != 200) {
            return new Item.Passed("status " + meta.status());
        }
        Block block = new Block(limits.content());
        boolean cut = gather(block);
        byte[] content = Arrays.copyOf(block.bytes(), block.length());
        Content kind = Content.ofPage(content, content.length);
        if (kind == Content.EMPTY) {
            throw new Damaged(PageReason.EMPTY_INPUT, content.length == 0 ? "no byte" : "nothing but space");
        }
        if (kind != Content.MARKUP && kind != Content.TEXT) {
            throw new Damaged(PageReason.NOT_A_PAGE, "the content is no markup and no text");
        }
        String url = meta.url();
        if (url == null && kind == Content.MARKUP) {
            url = Canonical.of(Charsets.decode(content, meta.contentType()).text());
        }
        Capture capture = new Capture(
                url,
                meta.fetchTime(),
                meta.status(),
                meta.contentType(),
                content,
                cut ? "length" : null,
                Capture.digestOf(content),
                null,
                null,
                null);
        return new Item.Captured(capture, null);
    }

    /** Takes the content up to the limit; tells whether there is more. A damaged rest makes the whole file damaged. */
    private boolean gather(Block block) throws IOException {
        while (members.next()) {
            while (true) {
                block.reserve(1 << 14);
                int free = block.bytes().length - block.length();
                if (free == 0) {
                    return members.read(new byte[1], 0, 1) > 0 || members.next();
                }
                int read = members.read(block.bytes(), block.length(), free);
                if (read < 0) {
                    break;
                }
                block.grown(read);
            }
        }
        return false;
    }

    @Override
    public long records() {
        return records;
    }

    @Override
    public long position() {
        return members.position();
    }

    @Override
    public void close() throws IOException {
        members.close();
    }
}
