package io.jetalyst.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A received message. {@code toString} shortens it. */
sealed interface Message {
    int SHOWN = 300;

    /** Converts the message to this type; returns a value of another type if it cannot. */
    Object as(Class<?> type, Json json);

    record Text(String text) implements Message {
        @Override
        public Object as(Class<?> type, Json json) {
            return type == String.class ? text : json.read(type, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
        }
    }

    record Binary(byte[] bytes) implements Message {
        @Override
        public Object as(Class<?> type, Json json) {
            return type == byte[].class ? bytes : ByteBuffer.wrap(bytes);
        }

        @Override
        public String toString() {
            int shown = Math.min(bytes.length, 16);
            String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
            return "binary, " + bytes.length + " bytes: " + hex + (shown < bytes.length ? " …" : "");
        }
    }
}
