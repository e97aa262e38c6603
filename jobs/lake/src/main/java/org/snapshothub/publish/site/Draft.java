package org.snapshothub.publish.site;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snapshothub.extract.record.Sha256;

/** A half-written edition: files go in, each with its digest; the digest of them all is the edition's id. */
final class Draft {

    private static final String SUMS = "SHA256SUMS";
    private static final int SHA256_HEX = 64;

    private final Path folder;
    private final NavigableMap<String, Entry> entries = new TreeMap<>();

    /** A file of the draft as its path, size in bytes and SHA-256 hex. */
    record Entry(String path, long size, String sha256) {}

    /** What writes a file's bytes. */
    interface Bytes {
        void to(OutputStream out) throws IOException;
    }

    Draft(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    void write(String path, String text) {
        // A lone surrogate would become '?' here; foreign text has none left, see ForeignText.
        write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void write(String path, Bytes bytes) {
        Path file = folder.resolve(path);
        MessageDigest digest = Sha256.digest();
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new DigestOutputStream(
                    new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16), digest)) {
                bytes.to(out);
            }
            entries.put(path, new Entry(path, Files.size(file), HexFormat.of().formatHex(digest.digest())));
        } catch (IOException e) {
            throw new UncheckedIOException("site file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    /** Takes a file over as it stands in an earlier edition: one file on disk where the file system has hard links. */
    void take(String path, Path theirs, String sha256) {
        Path file = folder.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            try {
                Files.createLink(file, theirs);
            } catch (IOException | UnsupportedOperationException e) {
                Files.copy(theirs, file);
            }
            entries.put(path, new Entry(path, Files.size(file), sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("site file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    Entry entry(String path) {
        return entries.get(path);
    }

    NavigableMap<String, Entry> entries() {
        return entries;
    }

    /** 16 hex digits of SHA-256 over the sorted list of path, and digest. */
    String id() {
        MessageDigest digest = Sha256.digest();
        entries.values()
                .forEach(e -> digest.update((e.path() + "\n" + e.sha256() + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    /** Lists the files as {@code sha256sum} does, so that anyone can check a copy. */
    void writeSums() throws IOException {
        StringBuilder sums = new StringBuilder();
        entries.values()
                .forEach(e ->
                        sums.append(e.sha256()).append("  ").append(e.path()).append('\n'));
        Files.writeString(folder.resolve(SUMS), sums);
    }

    /**
     * Lets files that an earlier edition holds with the same bytes be one file on disk: one more day then costs what
     * that day touches. Where the file system has no hard links, they stay two.
     */
    void shareWith(Path earlier) throws IOException {
        if (!Files.isRegularFile(earlier.resolve(SUMS))) {
            return;
        }
        for (Entry their : sums(earlier)) {
            Entry ours = entries.get(their.path());
            if (ours != null && their.sha256().equals(ours.sha256()) && !share(ours, earlier.resolve(ours.path()))) {
                return;
            }
        }
    }

    /** The files that an edition lists; their sizes are not among it. */
    static List<Entry> sums(Path edition) throws IOException {
        try (Stream<String> lines = Files.lines(edition.resolve(SUMS))) {
            return lines.map(line -> new Entry(line.substring(SHA256_HEX + 2), -1, line.substring(0, SHA256_HEX)))
                    .toList();
        }
    }

    private boolean share(Entry ours, Path theirs) throws IOException {
        if (!Files.isRegularFile(theirs)
                || Files.size(theirs) != ours.size()
                || Files.isSameFile(theirs, folder.resolve(ours.path()))) {
            return true;
        }
        Path link = folder.resolve(".link");
        try {
            Files.createLink(link, theirs);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        Files.move(link, folder.resolve(ours.path()), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
