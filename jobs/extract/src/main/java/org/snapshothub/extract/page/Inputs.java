package org.snapshothub.extract.page;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the reader an input needs: by its first bytes, then by what those unpack to, and by its name last. */
final class Inputs {

    private static final int HEAD = 8_192;
    private static final Pattern ARCHIVE_NAME = Pattern.compile("\\.(warc|arc|wet|wat)(\\.|$)");

    private Inputs() {}

    static PageReader open(Source source, Source sidecar, Limits limits) throws IOException {
        RawInput raw = RawInput.of(source);
        try {
            Content outer = judged(raw);
            if (outer == Content.ZIP) {
                raw.close();
                return new WaczReader(source, limits);
            }
            Members members = members(outer, source.path(), raw);
            boolean archive =
                    switch (inner(outer, members)) {
                        case WARC, ARC -> true;
                        case MARKUP -> false;
                        // Weak words: text may be an archive whose beginning is damaged. Here the name decides.
                        default -> archiveByName(source.path());
                    };
            return archive
                    ? new ArchiveReader(members, source.path(), limits)
                    : new PlainReader(members, sidecar, limits);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** The reader of what is known to be an archive by its {@code name}; records' paths are those of {@code source}. */
    static ArchiveReader archive(Source source, String name, RawInput raw, Limits limits) throws IOException {
        return new ArchiveReader(members(judged(raw), name, raw), source.path(), limits);
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

    /** What compressed bytes hold, after which they are at their beginning again; OTHER when damaged from the start. */
    private static Content inner(Content outer, Members members) throws IOException {
        if (!members.compressed()) {
            return outer;
        }
        byte[] head = new byte[HEAD];
        int length = 0;
        try {
            while (length < HEAD && members.next()) {
                int read = 0;
                while (length < HEAD && read >= 0) {
                    read = members.read(head, length, HEAD - length);
                    length += Math.max(read, 0);
                }
            }
            return judged(head, 0, length);
        } catch (Damaged e) {
            return length == 0 ? Content.OTHER : judged(head, 0, length);
        } finally {
            members.restart();
        }
    }

    private static Content judged(RawInput raw) throws IOException {
        int length = raw.ensure(HEAD);
        return judged(raw.buffer(), raw.at(), raw.at() + length);
    }

    /** Line breaks before the first record say nothing. */
    private static Content judged(byte[] head, int from, int to) {
        int begin = from;
        while (begin < to && (head[begin] == '\r' || head[begin] == '\n')) {
            begin++;
        }
        return Content.of(head, begin, to);
    }

    static boolean archiveByName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return ARCHIVE_NAME.matcher(name).find();
    }
}
