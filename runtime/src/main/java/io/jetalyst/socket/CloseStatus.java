package io.jetalyst.socket;

/**
 * The code, the reason and the cause with which a WebSocket was closed (RFC 6455 §7.1.5, §7.1.6).
 *
 * <pre>{@code
 * handshake.onClose((session, status) -> {
 *     if (status.cause() == CloseStatus.Cause.SLOW_CLIENT) {
 *         log.info("{} reads too slowly", session.id());
 *     }
 * });
 * }</pre>
 *
 * @param code the code that was sent or received first; 1005 if the close frame of the client carried none, 1006 if the connection ended
 *     without a close frame
 * @param reason the reason that was sent or received with the code; empty if there was none
 * @param cause what closed the session
 */
public record CloseStatus(int code, String reason, Cause cause) {
    /** 1000: the session has served its purpose. */
    public static final int NORMAL = 1000;
    /** 1001: the client was silent for too long, or the browser leaves the page. */
    public static final int GOING_AWAY = 1001;
    /** 1002: the peer violated the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** 1003: the endpoint does not accept this type of message. */
    public static final int UNSUPPORTED_DATA = 1003;
    /** 1005, never sent: the close frame carried no code. */
    public static final int NO_STATUS = 1005;
    /** 1006, never sent: the connection ended without a close frame. */
    public static final int ABNORMAL = 1006;
    /** 1007: the text is not valid UTF-8, or the message is malformed. */
    public static final int INVALID_PAYLOAD = 1007;
    /** 1008: the client violated a policy of the endpoint. */
    public static final int POLICY_VIOLATION = 1008;
    /** 1009: the message exceeds the size limit. */
    public static final int TOO_BIG = 1009;
    /** 1011: the endpoint failed. */
    public static final int SERVER_ERROR = 1011;
    /** 1012: the server restarts; the client reconnects (IANA registry of RFC 6455 §11.7). */
    public static final int SERVICE_RESTART = 1012;
    /** 1013: the client reads too slowly, or the server is overloaded. */
    public static final int TRY_AGAIN_LATER = 1013;

    /**
     * The reason why a session was closed. If several causes occur, the first one counts.
     *
     * <table>
     *   <caption>Causes and their close codes</caption>
     *   <tr><th>cause</th><th>code</th><th>when</th></tr>
     *   <tr><td>{@link #CLIENT}</td><td>the client's; 1005 without one</td><td>the client sent a close frame first</td></tr>
     *   <tr><td>{@link #SERVER}</td><td>the application's</td><td>the application called {@link WebSocketSession#close(int, String)}; no
     *       later message is delivered</td></tr>
     *   <tr><td>{@link #SESSION_END}</td><td>1008; 1012 for a new id</td><td>the {@link io.jetalyst.session.Session} that the handshake used was
     *       invalidated, has expired, or has a new id</td></tr>
     *   <tr><td>{@link #IDLE}</td><td>1001</td><td>the client was silent for {@link SocketLimit#IDLE_TIMEOUT_SECONDS}</td></tr>
     *   <tr><td>{@link #TOO_BIG}</td><td>1009; 1008 for the number of frames</td><td>a message or a frame is too long, or a message has
     *       too many frames</td></tr>
     *   <tr><td>{@link #PROTOCOL}</td><td>1002, 1003, 1007</td><td>the client violated RFC 6455; no listener accepts this type of
     *       message; text is not valid UTF-8 or not the expected JSON; a compressed message cannot be inflated</td></tr>
     *   <tr><td>{@link #POLICY}</td><td>1008</td><td>the client exceeded the rate for too long, or one message took
     *       too long; its token is missing, not valid, or has expired</td></tr>
     *   <tr><td>{@link #OVERLOAD}</td><td>1013</td><td>incomplete messages take too much memory, or a limit of topics is reached</td></tr>
     *   <tr><td>{@link #SLOW_CLIENT}</td><td>1013</td><td>the send queue is full, or the network accepted no byte of a write for
     *       {@link SocketLimit#IDLE_TIMEOUT_SECONDS}</td></tr>
     *   <tr><td>{@link #NETWORK}</td><td>1006</td><td>the connection was reset, or closed without a close frame</td></tr>
     *   <tr><td>{@link #ERROR}</td><td>1011</td><td>a listener threw an exception, or the application did not close a
     *       {@link MessageStream}</td></tr>
     *   <tr><td>{@link #SHUTDOWN}</td><td>1012</td><td>the server stops</td></tr>
     * </table>
     */
    public enum Cause {
        /** The client sent a close frame first. */
        CLIENT,
        /** The application closed the session. */
        SERVER,
        /** The session of the browser has ended: the user has signed out, or has not used it for too long. */
        SESSION_END,
        /** The client was silent for too long. */
        IDLE,
        /** A message, a frame, or the number of frames of a message exceeded its limit. */
        TOO_BIG,
        /** The client violated RFC 6455, or sent a message that the endpoint does not accept. */
        PROTOCOL,
        /** The client sent a message too slowly, or too many messages. */
        POLICY,
        /** The server has no capacity for the request of the client. */
        OVERLOAD,
        /** The client did not read the messages sent to it. */
        SLOW_CLIENT,
        /** The connection failed. */
        NETWORK,
        /** A listener threw an exception, or the application did not close a streamed message. */
        ERROR,
        /** The server stops. */
        SHUTDOWN
    }
}
