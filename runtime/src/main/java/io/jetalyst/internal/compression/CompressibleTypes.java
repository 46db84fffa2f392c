package io.jetalyst.internal.compression;

import java.util.Locale;
import java.util.Set;

/** The media types whose contents become smaller. Pictures, videos, fonts for the web and archives are compressed already. */
public final class CompressibleTypes {
    private static final Set<String> TYPES = Set.of(
            "application/javascript",
            "application/json",
            "application/rtf",
            "application/vnd.ms-fontobject",
            "application/wasm",
            "application/x-ndjson",
            "application/xml",
            "application/yaml",
            "font/otf",
            "font/ttf",
            "image/bmp",
            "image/vnd.microsoft.icon");

    private CompressibleTypes() {}

    /**
     * Whether contents of this type are compressed: text, JSON, XML and a few others. Server-sent events are not, because each open stream
     * would keep the memory of a compressor.
     *
     * @param contentType with or without parameters
     */
    public static boolean contains(String contentType) {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return (type.startsWith("text/") && !type.equals("text/event-stream"))
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || TYPES.contains(type);
    }
}
