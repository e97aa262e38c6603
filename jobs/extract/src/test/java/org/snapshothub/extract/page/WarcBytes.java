package org.snapshothub.extract.page;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes archives for tests: sound ones, and, record by record, ones that are not. */
final class WarcBytes {

    private final List<byte[]> records = new ArrayList<>();

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A record of any kind as its bytes stand in a plain file. */
    WarcBytes record(byte[] bytes) {
        records.add(bytes);
        return this;
    }

    WarcBytes record(String text) {
        return record(utf8(text));
    }

    WarcBytes warcinfo() {
        return record(warc("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields", utf8("software: test\r\n")));
    }

    WarcBytes request(String url) {
        String fields = "WARC-Type: request\r\nWARC-Target-URI: " + url
                + "\r\nWARC-Date: 2026-01-18T00:00:00Z\r\nContent-Type: application/http; msgtype=request";
        return record(warc(fields, utf8("GET / HTTP/1.1\r\nHost: example.kr\r\n\r\n")));
    }

    WarcBytes page(String url, String html) {
        return response(url, "Content-Type: text/html; charset=utf-8", utf8(html));
    }

    WarcBytes response(String url, String headers, byte[] body) {
        return answer(url, "HTTP/1.1 200 OK\r\n" + headers, body, "");
    }

    /** A response record with the block digest it should have; {@code fields} are further WARC fields. */
    WarcBytes answer(String url, String httpHead, byte[] body, String fields) {
        byte[] block = concat(utf8(httpHead + "\r\n\r\n"), body);
        String head = "WARC-Type: response\r\nWARC-Target-URI: " + url
                + "\r\nWARC-Date: 2026-01-18T00:00:00Z\r\nWARC-Block-Digest: sha256:" + sha256(block)
                + "\r\nContent-Type: application/http; msgtype=response" + fields;
        return record(warc(head, block));
    }

    WarcBytes resource(String url, String contentType, byte[] body) {
        return record(warc(
                "WARC-Type: resource\r\nWARC-Target-URI: " + url
                        + "\r\nWARC-Date: 2026-01-18T00:00:00Z\r\nContent-Type: " + contentType,
                body));
    }

    static byte[] warc(String fields, byte[] block) {
        return concat(
                utf8("WARC/1.1\r\n" + fields + "\r\nContent-Length: " + block.length + "\r\n\r\n"),
                block,
                utf8("\r\n\r\n"));
    }

    List<byte[]> records() {
        return records;
    }

    byte[] plain() {
        return concat(records.toArray(byte[][]::new));
    }

    byte[] gzipPerRecord() {
        return concat(records.stream().map(WarcBytes::gzip).toArray(byte[][]::new));
    }

    byte[] gzipAsOne() {
        return gzip(plain());
    }

    /** Members of {@code size} bytes each, wherever that cuts. */
    byte[] gzipEvery(int size) {
        byte[] plain = plain();
        List<byte[]> members = new ArrayList<>();
        for (int from = 0; from < plain.length; from += size) {
            members.add(gzip(java.util.Arrays.copyOfRange(plain, from, Math.min(plain.length, from + size))));
        }
        return concat(members.toArray(byte[][]::new));
    }

    byte[] zstdPerRecord() {
        return concat(records.stream().map(record -> zstd(record, null)).toArray(byte[][]::new));
    }

    byte[] zstdAsOne() {
        return zstd(plain(), null);
    }

    /** Frames that need the dictionary, and before them the dictionary in a skippable frame. */
    byte[] zstdWith(byte[] dictionary, byte[] dictionaryAsStored) {
        ByteBuffer frame = ByteBuffer.allocate(8 + dictionaryAsStored.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(0x184D2A5D).putInt(dictionaryAsStored.length).put(dictionaryAsStored);
        return concat(
                frame.array(),
                concat(records.stream().map(record -> zstd(record, dictionary)).toArray(byte[][]::new)));
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zstd(byte[] bytes, byte[] dictionary) {
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.setChecksum(true);
            if (dictionary != null) {
                context.loadDict(dictionary);
            }
            return context.compress(bytes);
        }
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
