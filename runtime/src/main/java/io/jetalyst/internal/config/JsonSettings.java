package io.jetalyst.internal.config;

import io.jetalyst.codec.JsonOptions;
import io.jetalyst.config.Settings;
import java.util.List;

/** Reads the settings of JSON. */
public final class JsonSettings {
    static final String PREFIX = "json.";

    public static final String CODEC = PREFIX + "codec";
    private static final String UNKNOWN_MEMBERS = PREFIX + "unknown-members";
    private static final String EMPTY_MEMBERS = PREFIX + "empty-members";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    CODEC, "", "the JSON codec, if there are several on the class path: `avaje`, or `jackson`"),
            new KnownSetting(
                    UNKNOWN_MEMBERS,
                    "ignore",
                    "what happens to members of a body that its type does not have: `ignore`, or `reject` with 400"),
            new KnownSetting(
                    EMPTY_MEMBERS,
                    "omit",
                    "how a member that is null or an empty `Optional` is written: `omit` leaves it out, and `null` writes it"));

    private JsonSettings() {}

    /** @throws io.jetalyst.config.StartupException if a value is not allowed */
    public static JsonOptions of(Settings settings) {
        return new JsonOptions(
                is("reject", "ignore", UNKNOWN_MEMBERS, settings), is("null", "omit", EMPTY_MEMBERS, settings));
    }

    /** Whether the setting has the first of two values; the other is the default. */
    private static boolean is(String value, String otherwise, String key, Settings settings) {
        return settings.get(key, otherwise + " or " + value, text -> {
                    if (!text.equals(value) && !text.equals(otherwise)) {
                        throw new IllegalArgumentException(text);
                    }
                    return text.equals(value);
                })
                .orElse(false);
    }
}
