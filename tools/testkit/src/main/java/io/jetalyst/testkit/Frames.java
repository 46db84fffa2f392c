package io.jetalyst.testkit;

import io.jetalyst.testkit.RawSocket.Frame;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Encodes frames, and describes them in messages (RFC 6455 §5.2). */
final class Frames {
    private static final int MASK_BIT = 0x80;
    private static final int SHOWN = 60;

    private Frames() {}

    static byte[] masked(int firstByte, byte[] mask, byte[] payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            bytes[i] = (byte) (payload[i] ^ mask[i % 4]);
        }
        return frame(firstByte, MASK_BIT, mask, bytes);
    }

    static byte[] unmasked(int firstByte, byte[] payload) {
        return frame(firstByte, 0, new byte[0], payload);
    }

    private static byte[] frame(int firstByte, int maskBit, byte[] mask, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) firstByte);
        if (payload.length < 126) {
            frame.put((byte) (maskBit | payload.length));
        } else if (payload.length < 65536) {
            frame.put((byte) (maskBit | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (maskBit | 127)).putLong(payload.length);
        }
        frame.put(mask).put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    static String describe(Frame frame) {
        String name = name(frame.opcode()) + (frame.last() ? " " : " (not last) ");
        if (frame.opcode() == RawSocket.CLOSE) {
            return name + frame.code() + (frame.reason().isEmpty() ? "" : " \"" + frame.reason() + "\"");
        }
        if (frame.opcode() <= RawSocket.TEXT) {
            String text = frame.text();
            return name + '"' + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…") + '"';
        }
        int shown = Math.min(frame.payload().length, SHOWN / 3);
        return name + frame.payload().length + " bytes " + HexFormat.of().formatHex(frame.payload(), 0, shown);
    }

    private static String name(int opcode) {
        return switch (opcode) {
            case RawSocket.CONTINUATION -> "CONTINUATION";
            case RawSocket.TEXT -> "TEXT";
            case RawSocket.BINARY -> "BINARY";
            case RawSocket.CLOSE -> "CLOSE";
            case RawSocket.PING -> "PING";
            case RawSocket.PONG -> "PONG";
            default -> "opcode " + opcode;
        };
    }
}
