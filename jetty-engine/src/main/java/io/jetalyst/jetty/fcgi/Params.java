package io.jetalyst.jetty.fcgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a request: pairs of a name and a value, in a stream of bytes that the web server may cut into records anywhere (FastCGI
 * 1.0 §3.4).
 */
final class Params {
    /** A web server adds its own variables to those of the request, a client's certificate among them. */
    static final int MAX_BYTES = 128 * 1024;

    private static final int MAX_PAIRS = 500;
    /** The first bit of a length of four bytes. */
    private static final int LONG = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLarge;

    /** A name and a value, each of its bytes a character of ISO 8859-1. */
    record Pair(String name, String value) {}

    void clear() {
        bytes.reset();
        tooLarge = false;
    }

    /** Adds the content of a record. Content that is too large is dropped. */
    void add(ByteBuffer content) {
        if (content.remaining() > MAX_BYTES - bytes.size()) {
            tooLarge = true;
            bytes.reset();
        }
        if (!tooLarge) {
            byte[] added = new byte[content.remaining()];
            content.get(added);
            bytes.writeBytes(added);
        }
    }

    /** Whether the pairs are too many, or have too many bytes, so that they are not all known. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** All pairs, in the order of the web server. */
    List<Pair> pairs() throws MalformedRecordException {
        ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
        List<Pair> pairs = new ArrayList<>();
        while (rest.hasRemaining()) {
            int nameBytes = length(rest);
            int valueBytes = length(rest);
            if (nameBytes > rest.remaining() || valueBytes > rest.remaining() - nameBytes) {
                throw new MalformedRecordException("a parameter that is longer than its records");
            }
            pairs.add(new Pair(text(rest, nameBytes), text(rest, valueBytes)));
        }
        if (pairs.size() > MAX_PAIRS) {
            tooLarge = true;
            pairs.clear();
        }
        return pairs;
    }

    /** One byte up to 127, otherwise four bytes. */
    private static int length(ByteBuffer rest) throws MalformedRecordException {
        if (rest.hasRemaining() && (rest.get(rest.position()) & LONG) == 0) {
            return rest.get();
        }
        if (rest.remaining() < Integer.BYTES) {
            throw new MalformedRecordException("a parameter without its length");
        }
        return rest.getInt() & Integer.MAX_VALUE;
    }

    private static String text(ByteBuffer rest, int count) {
        String text = new String(rest.array(), rest.position(), count, ISO_8859_1);
        rest.position(rest.position() + count);
        return text;
    }
}
