package io.jetalyst.jetty.fcgi;

import java.nio.ByteBuffer;

/**
 * Reads the records of a connection that carries one request after the other. A connection may carry several at once by the specification,
 * but web servers send such a request only if the application says that it can (FastCGI 1.0 §4.1), and this one does not.
 */
final class RequestReader {
    private static final int BEGIN_BYTES = 8;
    private static final int RESPONDER = 1;
    private static final int KEEP_CONNECTION = 1;

    private final RecordReader records = new RecordReader();
    private final Params params = new Params();
    private final Management management;
    private final ByteBuffer begin = ByteBuffer.allocate(BEGIN_BYTES);
    private ByteBuffer content = ByteBuffer.allocate(0);
    private Phase phase = Phase.IDLE;
    private int id;
    private boolean keepsConnection;

    private enum Phase {
        /** No request has begun, or the last one is answered. */
        IDLE,
        /** The parameters arrive. */
        PARAMS,
        /** The content arrives. */
        CONTENT,
        /** The whole request has arrived. */
        COMPLETE
    }

    RequestReader(Management management) {
        this.management = management;
    }

    /** The meaning of the bytes that were read. */
    enum Event {
        /** Nothing: more bytes are needed. */
        NONE,
        /** All parameters of a request have arrived. */
        HEAD,
        /** A part of the content has arrived. */
        CONTENT,
        /** The content is complete. */
        CONTENT_END,
        /** The web server wants no response any more. */
        ABORT,
        /** Another request begins, and the last one was not {@linkplain #end ended}. It is read after that. */
        NEXT
    }

    /** Reads until there is an event, or no byte is left. */
    Event read(ByteBuffer bytes) throws MalformedRecordException {
        while (records.begin(bytes)) {
            Event event = switch (records.type()) {
                case BEGIN_REQUEST -> begin(bytes);
                case ABORT_REQUEST -> skip(bytes) ? Event.ABORT : Event.NONE;
                case PARAMS -> params(bytes);
                case GET_VALUES, UNKNOWN_TYPE -> management(bytes);
                default -> content(bytes);
            };
            if (event != Event.NONE) {
                return event;
            }
            if (!bytes.hasRemaining()) {
                break;
            }
        }
        return Event.NONE;
    }

    private Event begin(ByteBuffer bytes) throws MalformedRecordException {
        if (phase == Phase.COMPLETE) {
            return Event.NEXT;
        }
        if (phase != Phase.IDLE) {
            throw new MalformedRecordException("a request before the end of another, " + id);
        }
        if (records.contentBytes() + begin.position() != BEGIN_BYTES) {
            throw new MalformedRecordException("a begin of a request with a wrong length");
        }
        begin.put(records.take(bytes));
        if (!begin.hasRemaining()) {
            records.end();
            begin.flip();
            int role = begin.getShort() & 0xffff;
            keepsConnection = (begin.get() & KEEP_CONNECTION) != 0;
            begin.clear();
            if (role != RESPONDER) {
                throw new MalformedRecordException(
                        "a request for the role " + role + ", which is not that of a responder");
            }
            id = records.id();
            params.clear();
            phase = Phase.PARAMS;
        }
        return Event.NONE;
    }

    /** A web server may send management records at any time, also between those of a request. */
    private Event management(ByteBuffer bytes) throws MalformedRecordException {
        ByteBuffer part = records.take(bytes);
        if (records.type() == RecordType.GET_VALUES) {
            management.add(part);
        }
        if (records.contentBytes() == 0) {
            records.end();
            management.answer(records.code());
        }
        return Event.NONE;
    }

    private Event params(ByteBuffer bytes) throws MalformedRecordException {
        if (phase != Phase.PARAMS) {
            throw new MalformedRecordException("parameters where none belong");
        }
        checkId();
        boolean last = records.contentBytes() == 0;
        params.add(records.take(bytes));
        if (records.contentBytes() > 0) {
            return Event.NONE;
        }
        records.end();
        if (last) {
            phase = Phase.CONTENT;
        }
        return last ? Event.HEAD : Event.NONE;
    }

    private Event content(ByteBuffer bytes) throws MalformedRecordException {
        if (phase == Phase.IDLE) {
            skip(bytes); // the end of the content of a request that is answered already
            return Event.NONE;
        }
        checkId();
        if (phase != Phase.CONTENT) {
            throw new MalformedRecordException("content where none belongs");
        }
        boolean last = records.contentBytes() == 0;
        content = records.take(bytes);
        if (records.contentBytes() == 0) {
            records.end();
        }
        if (last) {
            phase = Phase.COMPLETE;
        }
        return last ? Event.CONTENT_END : content.hasRemaining() ? Event.CONTENT : Event.NONE;
    }

    /** @return whether the record, which belongs to a request that is not answered, is skipped */
    private boolean skip(ByteBuffer bytes) throws MalformedRecordException {
        checkId();
        records.take(bytes);
        if (records.contentBytes() > 0) {
            return false;
        }
        records.end();
        return phase != Phase.IDLE;
    }

    private void checkId() throws MalformedRecordException {
        if (id == 0 || records.id() != id) {
            throw new MalformedRecordException("a record of the request " + records.id() + ", which has not begun");
        }
    }

    /** The part of the content, after {@link Event#CONTENT}. It shares its bytes with the buffer that was read. */
    ByteBuffer content() {
        return content;
    }

    /** The parameters, after {@link Event#HEAD}. */
    Params params() {
        return params;
    }

    /** The number of the request that is read. */
    int id() {
        return id;
    }

    /** Whether the connection carries another request after this one (FastCGI 1.0 §5.1). */
    boolean keepsConnection() {
        return keepsConnection;
    }

    /** Whether the content of a request is arriving. */
    boolean isContentArriving() {
        return phase == Phase.CONTENT;
    }

    /** Whether the whole request has arrived. */
    boolean isComplete() {
        return phase == Phase.COMPLETE;
    }

    /** Whether no part of a request has arrived since the last one. */
    boolean isIdle() {
        return phase == Phase.IDLE && records.isBetweenRecords();
    }

    /** The request is answered, and another one may begin. */
    void end() {
        phase = Phase.IDLE;
    }
}
