package org.snapshothub.extract.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source over bytes in memory. */
record Bytes(String path, byte[] content) implements Source {

    static Bytes of(String path, String text) {
        return new Bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes of(Path file) throws IOException {
        return new Bytes(file.toString(), Files.readAllBytes(file));
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open(long offset) {
        return new ByteArrayInputStream(content, (int) offset, content.length - (int) offset);
    }
}
