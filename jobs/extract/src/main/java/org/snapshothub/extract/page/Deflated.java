package org.snapshothub.extract.page;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A deflated entry of a zip, seen as a source of its own. Opening it far in means inflating up to there.
 *
 * @param path the zip's path, {@code !/}, and the entry's name
 * @param packed bytes of its data as they stand in the zip
 */
record Deflated(Source zip, String path, long begin, long packed) implements Source {

    /** Unknown before it is inflated. */
    @Override
    public long size() {
        return Long.MAX_VALUE;
    }

    @Override
    public InputStream open(long offset) throws IOException {
        Inflater inflater = new Inflater(true);
        InputStream inflated = new InflaterInputStream(zip.open(begin), inflater, 1 << 16) {
            private boolean over;
            private long left = packed;

            /** No farther than the entry reaches: behind it lie others, which would be read with each that says too little. */
            @Override
            protected void fill() throws IOException {
                len = left > 0 ? in.read(buf, 0, (int) Math.min(left, buf.length)) : -1;
                if (len < 0) {
                    throw new EOFException("the entry ends before its data");
                }
                left -= len;
                inf.setInput(buf, 0, len);
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    return over ? -1 : super.read(into, from, length);
                } catch (EOFException | ZipException e) {
                    // To the archive within, broken deflate is an early end.
                    over = true;
                    return -1;
                }
            }

            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
        inflated.skipNBytes(offset);
        return inflated;
    }
}
