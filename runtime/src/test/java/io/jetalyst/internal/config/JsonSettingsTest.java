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
        assertEquals(new JsonOptions(true), of("reject"));
        assertEquals(new JsonOptions(false), of("ignore"));
        assertThrows(StartupException.class, () -> of("maybe"));
    }

    private static JsonOptions of(String value) {
        return JsonSettings.of(new Settings(List.of(key ->
                key.equals("json.unknown-members") ? Optional.of(new Setting(key, value, "test")) : Optional.empty())));
    }
}
