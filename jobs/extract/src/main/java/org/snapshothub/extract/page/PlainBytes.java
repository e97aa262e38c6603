package org.snapshothub.extract.page;

import java.io.IOException;

/** An uncompressed input: one member from its first byte to its last. */
final class PlainBytes extends Members {

    private boolean begun;

    PlainBytes(RawInput raw) {
        super(raw);
        start = raw.position();
    }

    @Override
    boolean next() throws IOException {
        boolean first = !begun && raw.more();
        begun = true;
        return first;
    }

    @Override
    int read(byte[] into, int from, int length) throws IOException {
        if (!raw.more()) {
            return -1;
        }
        int taken = Math.min(length, raw.available());
        System.arraycopy(raw.buffer(), raw.at(), into, from, taken);
        raw.skip(taken);
        return taken;
    }

    @Override
    boolean resync() {
        return false;
    }

    @Override
    boolean reopen(long offset) throws IOException {
        return raw.seek(offset);
    }

    @Override
    void restart() throws IOException {
        raw.seek(first);
        begun = false;
    }

    @Override
    long position() {
        return raw.position();
    }

    @Override
    long remaining() {
        return raw.remaining();
    }

    @Override
    boolean compressed() {
        return false;
    }
}
