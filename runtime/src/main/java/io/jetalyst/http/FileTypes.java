package io.jetalyst.http;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Media types by the extension of a file name; the same on every machine, unlike those of the operating system. */
final class FileTypes {
    private static final String CHARSET = ";charset=utf-8";

    private static final Map<String, String> TEXT = map(
            "text/plain txt text log",
            "text/html html htm",
            "text/css css",
            "text/csv csv",
            "text/calendar ics",
            "text/javascript js mjs",
            "text/markdown md",
            "text/vcard vcf",
            "text/vtt vtt",
            "text/xml xml xsl");

    private static final Map<String, String> OTHER = map(
            "application/atom+xml atom",
            "application/epub+zip epub",
            "application/gzip gz",
            "application/java-archive jar",
            "application/json json map",
            "application/ld+json jsonld",
            "application/manifest+json webmanifest",
            "application/msword doc",
            "application/ogg ogx",
            "application/pdf pdf",
            "application/rss+xml rss",
            "application/rtf rtf",
            "application/vnd.ms-excel xls",
            "application/vnd.ms-powerpoint ppt",
            "application/vnd.oasis.opendocument.presentation odp",
            "application/vnd.oasis.opendocument.spreadsheet ods",
            "application/vnd.oasis.opendocument.text odt",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation pptx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document docx",
            "application/wasm wasm",
            "application/x-7z-compressed 7z",
            "application/x-bzip2 bz2",
            "application/x-ndjson ndjson",
            "application/x-tar tar",
            "application/xhtml+xml xhtml",
            "application/yaml yaml yml",
            "application/zip zip",
            "application/zstd zst",
            "audio/aac aac",
            "audio/flac flac",
            "audio/mp4 m4a",
            "audio/mpeg mp3",
            "audio/ogg ogg oga opus",
            "audio/wav wav",
            "audio/webm weba",
            "font/otf otf",
            "font/ttf ttf",
            "font/woff woff",
            "font/woff2 woff2",
            "image/apng apng",
            "image/avif avif",
            "image/bmp bmp",
            "image/gif gif",
            "image/jpeg jpg jpeg",
            "image/png png",
            "image/svg+xml svg",
            "image/tiff tif tiff",
            "image/vnd.microsoft.icon ico",
            "image/webp webp",
            "video/mp4 mp4 m4v",
            "video/mpeg mpeg mpg",
            "video/ogg ogv",
            "video/quicktime mov",
            "video/webm webm");

    private FileTypes() {}

    static String of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String text = TEXT.get(extension);
        return text != null ? text + CHARSET : OTHER.getOrDefault(extension, MediaType.OCTET_STREAM);
    }

    /** @param rows a media type each, with its extensions behind it */
    private static Map<String, String> map(String... rows) {
        return Stream.of(rows)
                .map(row -> row.split(" "))
                .flatMap(row -> Stream.of(row).skip(1).map(extension -> Map.entry(extension, row[0])))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
