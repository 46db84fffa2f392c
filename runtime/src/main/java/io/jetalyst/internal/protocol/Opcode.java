package io.jetalyst.internal.protocol;

/** Frame opcodes (RFC 6455 §5.2). */
public final class Opcode {
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    private Opcode() {}

    /** Whether frames with this opcode may be sent between the frames of a message (RFC 6455 §5.5). */
    public static boolean isControl(int opcode) {
        return opcode >= CLOSE;
    }

    static boolean isReserved(int opcode) {
        return opcode > BINARY && opcode < CLOSE || opcode > PONG;
    }
}
