package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.codec.JsonOptions;
import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonSettingsTest {
    @Test
    void ignoresUnknownMembersUnlessSet() {
        assertEquals(JsonOptions.DEFAULT, JsonSettings.of(new Settings(List.of())));
        assertEquals(JsonOptions.DEFAULT.withRejectUnknown(true), of("json.unknown-members", "reject"));
        assertEquals(JsonOptions.DEFAULT, of("json.unknown-members", "ignore"));
        assertThrows(StartupException.class, () -> of("json.unknown-members", "maybe"));
    }

    @Test
    void omitsEmptyMembersUnlessSet() {
        assertEquals(JsonOptions.DEFAULT.withWriteNull(true), of("json.empty-members", "null"));
        assertEquals(JsonOptions.DEFAULT, of("json.empty-members", "omit"));
        assertThrows(StartupException.class, () -> of("json.empty-members", ""));
    }

    private static JsonOptions of(String key, String value) {
        return JsonSettings.of(new Settings(
                List.of(asked -> asked.equals(key) ? Optional.of(new Setting(key, value, "test")) : Optional.empty())));
    }
}
