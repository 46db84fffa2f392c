package io.jetalyst.jetty.fcgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;

/** Records of a response: its head as that of CGI (RFC 3875 §6.3), its content, and its end. */
final class ResponseRecords {
    /** Content of at most so many bytes is copied, because writing several buffers costs more. */
    private static final int MAX_COPIED_BYTES = 8 * 1024;
    /** Fields of a connection of HTTP/1.1; the web server writes its own. */
    private static final Set<HttpHeader> OF_CONNECTION =
            Set.of(HttpHeader.CONNECTION, HttpHeader.KEEP_ALIVE, HttpHeader.TRANSFER_ENCODING, HttpHeader.UPGRADE);

    private final int id;
    private final List<ByteBuffer> buffers = new ArrayList<>();
    /** Bytes that follow the last buffer. */
    private final ByteArrayOutputStream tail = new ByteArrayOutputStream(512);

    ResponseRecords(int id) {
        this.id = id;
    }

    void addHead(MetaData.Response response) {
        String reason =
                response.getReason() == null ? HttpStatus.getMessage(response.getStatus()) : response.getReason();
        StringBuilder head = new StringBuilder(256);
        line(head, "Status", response.getStatus() + " " + reason);
        for (HttpField field : response.getHttpFields()) {
            if (field.getValue() != null && (field.getHeader() == null || !OF_CONNECTION.contains(field.getHeader()))) {
                line(head, field.getName(), field.getValue());
            }
        }
        addContent(ByteBuffer.wrap(head.append("\r\n").toString().getBytes(ISO_8859_1)));
    }

    /** Over HTTP/1, Jetty replaces a line break in a value, too, so that it does not begin another field. */
    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ");
        value.chars().forEach(c -> head.append(c < ' ' && c != '\t' ? ' ' : (char) c));
        head.append("\r\n");
    }

    void addContent(ByteBuffer content) {
        while (content.hasRemaining()) {
            int count = Math.min(content.remaining(), RecordType.MAX_CONTENT_BYTES);
            addHeader(RecordType.STDOUT, count);
            if (count <= MAX_COPIED_BYTES) {
                byte[] copy = new byte[count];
                content.get(copy);
                tail.writeBytes(copy);
            } else {
                endTail();
                buffers.add(content.slice(content.position(), count));
                content.position(content.position() + count);
            }
        }
    }

    /** The end of the content and of the request, which is complete (FastCGI 1.0 §5.5). */
    void addEnd() {
        addHeader(RecordType.STDOUT, 0);
        addHeader(RecordType.END_REQUEST, Long.BYTES);
        tail.writeBytes(new byte[Long.BYTES]); // the status of the application, and that of the protocol: complete
    }

    private void addHeader(RecordType type, int contentBytes) {
        tail.write(RecordType.VERSION);
        tail.write(type.code());
        tail.write(id >> Byte.SIZE);
        tail.write(id);
        tail.write(contentBytes >> Byte.SIZE);
        tail.write(contentBytes);
        tail.write(0); // without padding
        tail.write(0);
    }

    private void endTail() {
        if (tail.size() > 0) {
            buffers.add(ByteBuffer.wrap(tail.toByteArray()));
            tail.reset();
        }
    }

    /** All records, each buffer at its first byte. */
    ByteBuffer[] buffers() {
        endTail();
        return buffers.toArray(ByteBuffer[]::new);
    }
}
