package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.util.List;

/**
 * The {@code server.*} settings about the bodies of requests.
 *
 * @param maxBytes the longest body that is read for a route without a limit of its own
 * @param maxUploadBytes the longest form with files that is read for a route without a limit of its own
 */
public record BodySettings(int maxBytes, int maxUploadBytes) {
    private static final String MAX_BODY = "server.max-body";
    private static final String MAX_UPLOAD = "server.max-upload";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    MAX_BODY,
                    "1MiB",
                    "longest request body that the server reads before it calls a method; a longer one gets 413"),
            new KnownSetting(MAX_UPLOAD, "10MiB", "longest form with files; a longer one gets 413"));

    /** @throws StartupException naming the first setting that cannot be converted, and where it came from */
    public static BodySettings of(Settings settings) {
        return new BodySettings(
                Values.of(settings, MAX_BODY, "1MiB", Values.SIZE, Values::size),
                Values.of(settings, MAX_UPLOAD, "10MiB", Values.SIZE, Values::size));
    }
}
