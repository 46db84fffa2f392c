package io.jetalyst.socket;

/**
 * How a WebSocket ended (RFC 6455 §7.1.5, §7.1.6).
 *
 * @param code the code that was sent or received first; 1005 where the client's close carried none, 1006 where the connection ended
 *     without a close
 * @param reason the reason that came with it; empty if there was none
 * @param cause who or what ended it
 */
public record CloseStatus(int code, String reason, Cause cause) {
    /** 1000: the purpose is fulfilled. */
    public static final int NORMAL = 1000;
    /** 1001: the server goes down, or the browser leaves the page. */
    public static final int GOING_AWAY = 1001;
    /** 1002: the peer broke the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** 1003: a kind of message the endpoint does not take. */
    public static final int UNSUPPORTED_DATA = 1003;
    /** 1005, never sent: the close frame carried no code. */
    public static final int NO_STATUS = 1005;
    /** 1006, never sent: the connection ended without a close frame. */
    public static final int ABNORMAL = 1006;
    /** 1007: text that is not UTF-8, or a message that is not of its declared form. */
    public static final int INVALID_PAYLOAD = 1007;
    /** 1008: a rule of the endpoint was broken. */
    public static final int POLICY_VIOLATION = 1008;
    /** 1009: a message beyond the limit. */
    public static final int TOO_BIG = 1009;
    /** 1011: the endpoint failed. */
    public static final int SERVER_ERROR = 1011;
    /** 1013: the client reads too slowly, or comes at a bad time. */
    public static final int TRY_AGAIN_LATER = 1013;

    /** Who or what ended the connection. */
    public enum Cause {
        /** The client sent a close frame first. */
        CLIENT,
        /** The application closed the session. */
        SERVER,
        /** Nothing was heard of the client for too long. */
        IDLE,
        /** A message, or the number of its frames, was beyond the limit. */
        TOO_BIG,
        /** The client broke RFC 6455, or sent what the endpoint does not take. */
        PROTOCOL,
        /** The client sent messages too slowly, or too many of them. */
        POLICY,
        /** The server has no room: too many messages are unfinished, or a listener met a limit of topics. */
        OVERLOAD,
        /** The connection broke. */
        NETWORK,
        /** A listener threw. */
        ERROR,
        /** The client did not read what was sent to it. */
        SLOW_CLIENT,
        /** The server stops. */
        SHUTDOWN
    }
}
