package io.jetalyst.internal.files;

/**
 * A range of a content.
 *
 * @param first the position of the first byte
 * @param last the position of the last byte
 */
record ByteRange(long first, long last) {
    long length() {
        return last - first + 1;
    }

    /** The value of {@code Content-Range} for a content of this size. */
    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }

    /** Whether both overlap, or the bytes between them are fewer than the header of another part. */
    boolean isNear(ByteRange other, long gap) {
        return first - gap <= other.last + 1 && other.first - gap <= last + 1;
    }

    /** The smallest range that contains both. */
    ByteRange join(ByteRange other) {
        return new ByteRange(Math.min(first, other.first), Math.max(last, other.last));
    }
}
