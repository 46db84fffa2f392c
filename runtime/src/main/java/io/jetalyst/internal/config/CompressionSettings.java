package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.util.List;

/** The setting about the compression of responses. */
public final class CompressionSettings {
    private static final String COMPRESSION = ServerSettings.PREFIX + "compression";

    static final List<KnownSetting> KNOWN = List.of(new KnownSetting(
            COMPRESSION,
            "off",
            "`gzip` compresses [responses of text, JSON and XML](http.md#compression) for clients that accept it; static files are"
                    + " compressed in any case"));

    private CompressionSettings() {}

    /** @throws StartupException if the setting has another value than {@code gzip} or {@code off} */
    public static boolean isOn(Settings settings) {
        return Values.of(settings, COMPRESSION, "off", "gzip or off", CompressionSettings::isGzip);
    }

    private static boolean isGzip(String text) {
        return switch (text) {
            case "gzip" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }
}
