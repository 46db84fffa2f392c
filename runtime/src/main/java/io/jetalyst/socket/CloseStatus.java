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

    /**
     * Who or what ended the connection; the first that did. With each, the codes that go with it:
     *
     * <table>
     *   <caption>Causes of an end</caption>
     *   <tr><th>cause</th><th>code</th><th>when</th></tr>
     *   <tr><td>{@link #CLIENT}</td><td>the client's; 1005 without one</td><td>its close frame came first</td></tr>
     *   <tr><td>{@link #SERVER}</td><td>the application's</td><td>{@link WebSocketSession#close(int, String)}; what comes after it is not
     *       heard</td></tr>
     *   <tr><td>{@link #IDLE}</td><td>1001</td><td>{@link SocketLimit#IDLE_TIMEOUT_SECONDS} of silence</td></tr>
     *   <tr><td>{@link #TOO_BIG}</td><td>1009; 1008 for frames</td><td>a message or frame is too long, or a message has too many
     *       frames</td></tr>
     *   <tr><td>{@link #PROTOCOL}</td><td>1002, 1003, 1007</td><td>RFC 6455 is broken; nobody listens for this kind of message; text is not
     *       UTF-8 or not the JSON it should be; a compressed message cannot be inflated</td></tr>
     *   <tr><td>{@link #POLICY}</td><td>1008</td><td>the rate, or the time of one message, is exceeded</td></tr>
     *   <tr><td>{@link #OVERLOAD}</td><td>1013</td><td>too many messages are unfinished, or a limit of topics is reached</td></tr>
     *   <tr><td>{@link #SLOW_CLIENT}</td><td>1013</td><td>too much waits to be sent, or the network took nothing for
     *       {@link SocketLimit#IDLE_TIMEOUT_SECONDS}</td></tr>
     *   <tr><td>{@link #NETWORK}</td><td>1006</td><td>a reset, or an end without a close frame</td></tr>
     *   <tr><td>{@link #ERROR}</td><td>1011</td><td>a listener threw</td></tr>
     *   <tr><td>{@link #SHUTDOWN}</td><td>1001</td><td>the server stops</td></tr>
     * </table>
     */
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
        /** The client sent a message too slowly, or too many of them. */
        POLICY,
        /** The server has no room for what the client asks. */
        OVERLOAD,
        /** The client did not read what was sent to it. */
        SLOW_CLIENT,
        /** The connection broke. */
        NETWORK,
        /** A listener threw. */
        ERROR,
        /** The server stops. */
        SHUTDOWN
    }
}
