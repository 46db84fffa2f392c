package io.jetalyst.jetty.fcgi;

import java.nio.ByteBuffer;

/** Reads records from the bytes of a connection, in pieces of any size. Each record is a header, its content and padding (FastCGI 1.0 §3.3). */
final class RecordReader {
    /** The first byte of a TLS connection (RFC 8446 §5.1). */
    private static final int TLS_HANDSHAKE = 0x16;

    private final ByteBuffer header = ByteBuffer.allocate(RecordType.HEADER_BYTES);
    private RecordType type = RecordType.BEGIN_REQUEST;
    private int code;
    private int id;
    private int contentBytes;
    private int paddingBytes;
    /** Whether the header of a record is read, and {@link #end} was not called yet. */
    private boolean inRecord;

    /**
     * Reads the header of the next record, unless a record has begun.
     *
     * @return {@code false} if its bytes have not arrived
     */
    boolean begin(ByteBuffer bytes) throws MalformedRecordException {
        if (inRecord) {
            return true;
        }
        int skipped = Math.min(paddingBytes, bytes.remaining());
        bytes.position(bytes.position() + skipped);
        paddingBytes -= skipped;
        while (paddingBytes == 0 && header.hasRemaining() && bytes.hasRemaining()) {
            header.put(bytes.get());
        }
        if (header.hasRemaining()) {
            return false;
        }
        readHeader();
        inRecord = true;
        return true;
    }

    private void readHeader() throws MalformedRecordException {
        header.flip();
        int version = header.get() & 0xff;
        code = header.get() & 0xff;
        id = header.getShort() & 0xffff;
        contentBytes = header.getShort() & 0xffff;
        paddingBytes = header.get() & 0xff;
        header.clear();
        if (version != RecordType.VERSION) {
            throw new MalformedRecordException(otherProtocol(version));
        }
        RecordType received = id == 0 ? RecordType.management(code) : RecordType.received(code);
        if (received == null) {
            throw new MalformedRecordException(
                    id == 0
                            ? "a record of the type " + code + " that belongs to no request"
                            : "a record of the unknown type " + code);
        }
        type = received;
    }

    /** @param first the first byte of a record, or of bytes in another protocol */
    private static String otherProtocol(int first) {
        if (first >= 'A' && first <= 'Z') {
            return "a request of HTTP to an address for FastCGI. Let the peer send FastCGI, or name the address with http in server.listen";
        }
        return first == TLS_HANDSHAKE
                ? "a handshake of TLS to an address for FastCGI, which has no TLS"
                : "a record of the version " + first + " of FastCGI";
    }

    RecordType type() {
        return type;
    }

    /** The number of the type, as it was sent. */
    int code() {
        return code;
    }

    /** The request to which the record belongs; 0 for a management record. */
    int id() {
        return id;
    }

    /** The number of bytes of the content that are not taken. */
    int contentBytes() {
        return contentBytes;
    }

    /** Takes the content that has arrived. The slice shares its bytes with the buffer. */
    ByteBuffer take(ByteBuffer bytes) {
        int count = Math.min(contentBytes, bytes.remaining());
        ByteBuffer taken = bytes.slice(bytes.position(), count);
        bytes.position(bytes.position() + count);
        contentBytes -= count;
        return taken;
    }

    /** The whole content is taken. */
    void end() {
        inRecord = false;
    }

    /** Whether the next byte is the first of a record, or padding in front of it. */
    boolean isBetweenRecords() {
        return !inRecord && header.position() == 0;
    }
}
