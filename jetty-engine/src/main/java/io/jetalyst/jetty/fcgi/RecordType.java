package io.jetalyst.jetty.fcgi;

import org.jspecify.annotations.Nullable;

/** The types of records that a web server and this server exchange (FastCGI 1.0 §8). The server knows no others. */
enum RecordType {
    BEGIN_REQUEST(1),
    ABORT_REQUEST(2),
    END_REQUEST(3),
    PARAMS(4),
    STDIN(5),
    STDOUT(6);

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

    /** The type that a web server sends; null if it may not send it, or if there is none. */
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
