package io.jetalyst.jetty.fcgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The side of a web server on a connection of FastCGI: it sends records, malformed ones among them, and reads those of the server. */
final class FcgiSocket implements Closeable {
    static final int BEGIN = 1;
    static final int ABORT = 2;
    static final int END = 3;
    static final int PARAMS = 4;
    static final int STDIN = 5;
    static final int STDOUT = 6;
    /** Keeps the connection open after a request. */
    static final int KEEP = 1;

    private final RawSocket raw;

    FcgiSocket(int port) throws IOException {
        raw = new RawSocket(port);
    }

    /** A record of the server. */
    record Record(int type, int id, byte[] content) {}

    /** The content of a response, with its head. */
    record Response(int status, Map<String, List<String>> fields, byte[] body) {
        /** The first value of a field; empty if there is none. */
        String field(String name) {
            return fields.getOrDefault(name, List.of("")).get(0);
        }

        String text() {
            return new String(body, UTF_8);
        }
    }

    /** The bytes of a record. */
    static byte[] record(int type, int id, byte... content) {
        return ByteBuffer.allocate(8 + content.length)
                .put((byte) 1)
                .put((byte) type)
                .putShort((short) id)
                .putShort((short) content.length)
                .putShort((short) 0)
                .put(content)
                .array();
    }

    static byte[] begin(int id, int flags) {
        return record(BEGIN, id, (byte) 0, (byte) 1, (byte) flags, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
    }

    /** Names and values, in turn, as the stream of parameters has them. */
    static byte[] pairs(String... params) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < params.length; i += 2) {
            length(bytes, params[i].length());
            length(bytes, params[i + 1].length());
            bytes.writeBytes(params[i].getBytes(ISO_8859_1));
            bytes.writeBytes(params[i + 1].getBytes(ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static void length(ByteArrayOutputStream bytes, int length) {
        if (length < 0x80) {
            bytes.write(length);
        } else {
            bytes.writeBytes(ByteBuffer.allocate(4).putInt(length | 0x8000_0000).array());
        }
    }

    /** The head of a GET, with further parameters that replace its own. */
    static String[] get(String target, String... more) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("REQUEST_METHOD", "GET");
        params.put("REQUEST_URI", target);
        params.put("SERVER_PROTOCOL", "HTTP/1.1");
        params.put("REMOTE_ADDR", "192.0.2.7");
        params.put("REMOTE_PORT", "4711");
        params.put("CONTENT_LENGTH", "");
        params.put("HTTP_HOST", "localhost");
        for (int i = 0; i < more.length; i += 2) {
            params.put(more[i], more[i + 1]);
        }
        List<String> all = new ArrayList<>();
        params.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }

    /** A whole request without content. */
    static byte[] request(int id, int flags, String... params) {
        return join(begin(id, flags), record(PARAMS, id, pairs(params)), record(PARAMS, id), record(STDIN, id));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    void write(byte[]... records) throws IOException {
        raw.write(join(records));
    }

    /** Each byte in a packet of its own. */
    void trickle(byte[] bytes) throws IOException {
        raw.trickle(bytes);
    }

    Record read() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(raw.readFully(8));
        if (header.get() != 1) {
            throw new IOException("another version");
        }
        int type = header.get();
        int id = header.getShort() & 0xffff;
        int length = header.getShort() & 0xffff;
        int padding = header.get() & 0xff;
        byte[] content = raw.readFully(length);
        raw.readFully(padding);
        return new Record(type, id, content);
    }

    /** Reads a whole response. */
    Response response(int id) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        for (Record record = read(); record.type() != END; record = read()) {
            if (record.type() != STDOUT || record.id() != id) {
                throw new IOException("another record: " + record);
            }
            output.writeBytes(record.content());
        }
        return parse(output.toByteArray());
    }

    static Response parse(byte[] output) throws IOException {
        String text = new String(output, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new EOFException("no head: " + text);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String line : text.substring(0, end).split("\r\n")) {
            int colon = line.indexOf(": ");
            fields.computeIfAbsent(line.substring(0, colon), any -> new ArrayList<>())
                    .add(line.substring(colon + 2));
        }
        return new Response(
                Integer.parseInt(fields.get("Status").get(0).substring(0, 3)),
                fields,
                Arrays.copyOfRange(output, end + 4, output.length));
    }

    /** Waits until the server has closed the connection, and returns what it has sent. */
    String awaitEnd() throws IOException {
        StringBuilder all = new StringBuilder();
        raw.readUntilEnd(all);
        return all.toString();
    }

    void reset() {
        raw.reset();
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }
}
