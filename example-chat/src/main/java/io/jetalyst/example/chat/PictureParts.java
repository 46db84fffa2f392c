package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The content of a picture, and the parts of it that are kept. */
final class PictureParts {
    private final byte[] content;
    private final ByteBuffer bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    PictureParts(byte[] content, ByteOrder order) {
        this.content = content;
        bytes = ByteBuffer.wrap(content).order(order);
    }

    int length() {
        return content.length;
    }

    /** Keeps a part, or as much of it as there is. */
    void keep(int from, long to) {
        kept.write(content, from, (int) Math.min(to, content.length) - from);
    }

    /** A part of the content, of which again parts are kept. */
    PictureParts part(int from, long to) {
        return new PictureParts(Arrays.copyOfRange(content, from, (int) to), bytes.order());
    }

    void add(byte[] more) {
        kept.writeBytes(more);
    }

    void add(int... values) {
        for (int value : values) {
            kept.write(value);
        }
    }

    byte[] kept() {
        return kept.toByteArray();
    }

    int unsignedByte(int at) {
        return content[at] & 0xff;
    }

    int unsignedShort(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    long unsignedInt(int at) {
        return bytes.getInt(at) & 0xffff_ffffL;
    }

    String text(int at, int length) {
        return new String(content, at, length, ISO_8859_1);
    }

    boolean hasText(int at, String text) {
        return at + text.length() <= content.length && text(at, text.length()).equals(text);
    }
}
