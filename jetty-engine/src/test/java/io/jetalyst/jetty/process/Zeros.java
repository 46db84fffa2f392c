package io.jetalyst.jetty.process;

import java.io.InputStream;

/** A stream of so many bytes that are 0. */
final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
        this.left = length;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int count = (int) Math.min(left, length);
        left -= count;
        return count == 0 ? -1 : count;
    }
}
