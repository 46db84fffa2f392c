package io.jetalyst.internal.protocol;

/** The client has violated RFC 6455 or a limit. It is expected, so it carries no stack trace. */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    private ProtocolException(int code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    static ProtocolException broken(String reason) {
        return new ProtocolException(1002, reason);
    }

    static ProtocolException notUtf8(String reason) {
        return new ProtocolException(1007, reason);
    }

    static ProtocolException tooBig(long limit) {
        return new ProtocolException(1009, "a frame has " + limit + " bytes at most");
    }

    /** The code to close the session with. */
    public int code() {
        return code;
    }

    /** The reason, which may be sent to the client. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
