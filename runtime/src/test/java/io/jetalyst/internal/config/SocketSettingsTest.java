package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.socket.SocketLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketSettingsTest {
    @Test
    void everyLimitHasASetting() {
        List<String> arguments = new ArrayList<>();
        for (SocketLimit limit : SocketLimit.values()) {
            arguments.add("--" + limit.setting() + "=" + (limit.ordinal() + 1) + (limit.isDuration() ? "s" : ""));
        }

        Map<SocketLimit, Integer> given = SocketSettings.of(load(arguments));

        for (SocketLimit limit : SocketLimit.values()) {
            assertEquals(limit.ordinal() + 1, given.get(limit), limit.setting());
        }
    }

    @Test
    void whatIsNotSetIsNotThere() {
        assertEquals(
                Map.of(SocketLimit.MAX_MESSAGE_BYTES, 1024),
                SocketSettings.of(load(List.of("--socket.max-message-bytes=1024"))));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "2147483648", "64KiB", "''"})
    void aLimitIsANumberFromOne(String value) {
        Settings settings = load(List.of("--socket.max-fragments=" + value));

        StartupException refused = assertThrows(StartupException.class, () -> SocketSettings.of(settings));

        assertEquals(
                "socket.max-fragments must be a number from 1 to 2147483647, not \"" + value
                        + "\" (--socket.max-fragments).",
                refused.getMessage());
    }

    @Test
    void readsMinutesAsSeconds() {
        assertEquals(
                Map.of(SocketLimit.IDLE_TIMEOUT_SECONDS, 120),
                SocketSettings.of(load(List.of("--socket.idle-timeout=2m"))));
    }

    @ParameterizedTest
    @CsvSource({"0s", "-1s", "60", "500ms", "2147483648s", "2147483647m", "99999999999s", "''"})
    void rejectsTimeThatIsNotInWholeSeconds(String value) {
        Settings settings = load(List.of("--socket.idle-timeout=" + value));

        StartupException refused = assertThrows(StartupException.class, () -> SocketSettings.of(settings));

        assertEquals(
                "socket.idle-timeout must be a time in whole seconds such as 30s or 2m, not \"" + value
                        + "\" (--socket.idle-timeout).",
                refused.getMessage());
    }

    @Test
    void anUnknownKeyIsRefusedWithItsNearMatch() {
        StartupException refused =
                assertThrows(StartupException.class, () -> load(List.of("--socket.max-mesage-bytes=1")));

        assertEquals(
                "There is no setting socket.max-mesage-bytes (--socket.max-mesage-bytes)."
                        + " Did you mean socket.max-message-bytes?",
                refused.getMessage());
    }

    private static Settings load(List<String> arguments) {
        return SettingsLoader.load(arguments, new Properties(), Map.of(), new Properties());
    }
}
