package io.jetalyst.support;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.http.MediaType;
import java.util.Locale;
import java.util.Set;

/** The two forms in which many elements are sent one by one. */
enum ElementFormat {
    ARRAY("[", ",", "]"),
    /** One JSON text in each line. */
    LINES("", "\n", "\n");

    /** Those of a method that declares none. */
    static final String[] MEDIA_TYPES = {MediaType.JSON, "application/x-ndjson"};

    /** The names of the media types of lines, for which there is no standard. */
    private static final Set<String> OF_LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    private final byte[] begin;
    private final byte[] separator;
    private final byte[] end;

    ElementFormat(String begin, String separator, String end) {
        this.begin = Results.utf8(begin);
        this.separator = Results.utf8(separator);
        this.end = Results.utf8(end);
    }

    /** The form of a media type, which may have parameters. */
    static ElementFormat of(String mediaType) {
        return OF_LINES.contains(mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) ? LINES : ARRAY;
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
