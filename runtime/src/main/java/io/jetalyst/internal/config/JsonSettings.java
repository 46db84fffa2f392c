package io.jetalyst.internal.config;

import io.jetalyst.codec.JsonOptions;
import io.jetalyst.config.Settings;
import java.util.List;

/** Reads the settings of JSON: {@code json.unknown-members} is {@code ignore}, or {@code reject}. */
public final class JsonSettings {
    private static final String UNKNOWN_MEMBERS = "json.unknown-members";

    static final List<KnownSetting> KNOWN = List.of(new KnownSetting(
            UNKNOWN_MEMBERS,
            "ignore",
            "what happens to members of a body that its type does not have: `ignore`, or `reject` with 400"));

    private JsonSettings() {}

    /** @throws io.jetalyst.config.StartupException if a value is none of those that are allowed */
    public static JsonOptions of(Settings settings) {
        return new JsonOptions(settings.get(UNKNOWN_MEMBERS, "ignore or reject", JsonSettings::isReject)
                .orElse(JsonOptions.DEFAULT.rejectUnknown()));
    }

    private static boolean isReject(String value) {
        if (!value.equals("ignore") && !value.equals("reject")) {
            throw new IllegalArgumentException(value);
        }
        return value.equals("reject");
    }
}
