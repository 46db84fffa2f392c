package io.jetalyst.jetty.fcgi;

import org.jspecify.annotations.Nullable;

/** The types of records that a web server and this server exchange (FastCGI 1.0 §8). The server knows no others. */
enum RecordType {
    BEGIN_REQUEST(1),
    ABORT_REQUEST(2),
    END_REQUEST(3),
    PARAMS(4),
    STDIN(5),
    STDOUT(6),
    GET_VALUES(9),
    GET_VALUES_RESULT(10),
    UNKNOWN_TYPE(11);

    /** The last type whose records belong to a request. */
    private static final int LAST_OF_REQUEST = 8;

    /** The version of the protocol, which each record names. */
    static final int VERSION = 1;

    static final int HEADER_BYTES = 8;
    static final int MAX_CONTENT_BYTES = 0xffff;

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /**
     * The type of a record that belongs to no request: {@link #GET_VALUES}, or {@link #UNKNOWN_TYPE} for all types that the protocol may have some day;
     * null if records of the type belong to requests.
     */
    static @Nullable RecordType management(int code) {
        if (code == GET_VALUES.code) {
            return GET_VALUES;
        }
        return code >= 1 && code <= LAST_OF_REQUEST ? null : UNKNOWN_TYPE;
    }

    /** The type of a record of a request that a web server sends; null if it may not send it, or if there is none. */
    static @Nullable RecordType received(int code) {
        return switch (code) {
            case 1 -> BEGIN_REQUEST;
            case 2 -> ABORT_REQUEST;
            case 4 -> PARAMS;
            case 5 -> STDIN;
            default -> null;
        };
    }
}
