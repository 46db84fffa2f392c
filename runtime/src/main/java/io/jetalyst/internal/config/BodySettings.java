package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.util.List;

/**
 * The {@code server.*} settings about the bodies of requests.
 *
 * @param maxBytes the longest body that is read for a route without a limit of its own
 * @param maxUploadBytes the longest form with files that is read for a route without a limit of its own
 * @param gzip whether bodies may have the content coding gzip
 */
public record BodySettings(int maxBytes, int maxUploadBytes, boolean gzip) {
    private static final String MAX_BODY = "server.max-body";
    private static final String MAX_UPLOAD = "server.max-upload";
    private static final String GZIP = "server.gzip-bodies";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    MAX_BODY,
                    "1MiB",
                    "longest request body that the server reads before it calls a method; a longer one gets 413"),
            new KnownSetting(MAX_UPLOAD, "10MiB", "longest form with files; a longer one gets 413"),
            new KnownSetting(
                    GZIP,
                    "reject",
                    "`decode` decodes request bodies with `Content-Encoding: gzip`, whose limits count decoded bytes; `reject`"
                            + " answers them with 415"));

    /** @throws StartupException naming the first setting that cannot be converted, and where it came from */
    public static BodySettings of(Settings settings) {
        return new BodySettings(
                Values.of(settings, MAX_BODY, "1MiB", Values.SIZE, Values::size),
                Values.of(settings, MAX_UPLOAD, "10MiB", Values.SIZE, Values::size),
                Values.of(settings, GZIP, "reject", "decode or reject", BodySettings::isDecode));
    }

    private static boolean isDecode(String text) {
        return switch (text) {
            case "decode" -> true;
            case "reject" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }
}
