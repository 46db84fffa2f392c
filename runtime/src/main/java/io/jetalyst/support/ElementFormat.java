package io.jetalyst.support;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.http.Accept;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;
import java.util.List;

/** The two forms in which many elements are sent one by one. */
enum ElementFormat {
    ARRAY(MediaType.JSON, "[", ",", "]"),
    /** One JSON text in each line. */
    LINES("application/x-ndjson", "", "\n", "\n");

    private final String mediaType;
    private final byte[] begin;
    private final byte[] separator;
    private final byte[] end;

    ElementFormat(String mediaType, String begin, String separator, String end) {
        this.mediaType = mediaType;
        this.begin = Results.utf8(begin);
        this.separator = Results.utf8(separator);
        this.end = Results.utf8(end);
    }

    /** The form that the client prefers; an array if it accepts none of the two, since JSON is sent to any client. */
    static ElementFormat of(Request request) {
        return Accept.of(request.headers())
                .best(List.of(ARRAY.mediaType, LINES.mediaType))
                .filter(LINES.mediaType::equals)
                .map(lines -> LINES)
                .orElse(ARRAY);
    }

    String mediaType() {
        return mediaType;
    }

    /** An element, with all that is between it and the one before. */
    <T> byte[] element(BodyWriter<T> writer, T element, boolean first) {
        byte[] json = writer.write(element);
        byte[] before = first ? begin : separator;
        byte[] bytes = new byte[before.length + json.length];
        System.arraycopy(before, 0, bytes, 0, before.length);
        System.arraycopy(json, 0, bytes, before.length, json.length);
        for (int i = before.length; this == LINES && i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' '; // white space between two tokens: a string has no line breaks (RFC 8259 §7)
            }
        }
        return bytes;
    }

    /** All that follows the last element. */
    byte[] end(boolean empty) {
        if (!empty) {
            return end;
        }
        return this == ARRAY ? Results.utf8("[]") : begin;
    }
}
