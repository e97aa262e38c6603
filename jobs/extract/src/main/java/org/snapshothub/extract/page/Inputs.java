package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snapshothub.extract.record.Rejected;

/** Finds the reader an input needs: by its first bytes, then by what those unpack to, and by its name last. */
final class Inputs {

    private static final int HEAD = 8_192;
    private static final Pattern ARCHIVE_NAME = Pattern.compile("\\.(warc|arc|wet|wat)(\\.|$)");

    private Inputs() {}

    static PageReader open(Source source, Source sidecar, Limits limits) throws IOException {
        RawInput raw = new RawInput(source);
        try {
            return open(source, sidecar, limits, raw);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static PageReader open(Source source, Source sidecar, Limits limits, RawInput raw) throws IOException {
        int length = raw.ensure(HEAD);
        Content outer = judged(raw.buffer(), raw.at(), raw.at() + length);
        if (outer == Content.ZIP) {
            return new WaczReader(source, raw, limits);
        }
        boolean named = archiveByName(source.path());
        Members members = members(outer, source.path(), raw);
        Content inner = members.compressed() ? inner(outer, source) : outer;
        boolean archive =
                switch (inner) {
                    case WARC, ARC -> true;
                    case MARKUP, EMPTY -> false;
                    // Weak words: text may be an archive whose beginning is damaged. Here the name decides.
                    default -> named;
                };
        if (inner == Content.EMPTY && !members.compressed()) {
            return new Refusal(members, PageReason.EMPTY_INPUT, "the file is empty");
        }
        return archive ? new ArchiveReader(members, source.path(), limits) : new PlainReader(members, sidecar, limits);
    }

    private static Members members(Content outer, String path, RawInput raw) {
        String lower = path.toLowerCase(Locale.ROOT);
        return switch (outer) {
            case GZIP -> new GzipMembers(raw);
            case ZSTD -> new ZstdFrames(raw);
            case OTHER ->
                lower.endsWith(".gz")
                        ? new GzipMembers(raw)
                        : lower.endsWith(".zst") ? new ZstdFrames(raw) : new PlainBytes(raw);
            default -> new PlainBytes(raw);
        };
    }

    /** What the compressed bytes hold; OTHER when they are damaged from the start. */
    private static Content inner(Content outer, Source source) throws IOException {
        byte[] head = new byte[HEAD];
        int length = 0;
        try (Members members = members(outer, source.path(), new RawInput(source))) {
            while (length < HEAD && members.next()) {
                int read = 0;
                while (length < HEAD && read >= 0) {
                    read = members.read(head, length, HEAD - length);
                    length += Math.max(read, 0);
                }
            }
        } catch (Damaged e) {
            return length == 0 ? Content.OTHER : Content.of(head, 0, length);
        }
        return judged(head, 0, length);
    }

    /** Line breaks before the first record say nothing. */
    private static Content judged(byte[] head, int from, int to) {
        int begin = from;
        while (begin < to && (head[begin] == '\r' || head[begin] == '\n')) {
            begin++;
        }
        return Content.of(head, begin, to);
    }

    private static boolean archiveByName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return ARCHIVE_NAME.matcher(name).find();
    }

    /** An input of which nothing can be read. */
    private static final class Refusal implements PageReader {

        private final Members members;
        private Item item;

        Refusal(Members members, PageReason reason, String detail) {
            this.members = members;
            this.item = new Item.Refused(Rejected.of(reason, detail, "", 0), null, null);
        }

        @Override
        public Optional<Item> next() {
            Optional<Item> next = Optional.ofNullable(item);
            item = null;
            return next;
        }

        @Override
        public long records() {
            return 0;
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
}
