package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverflowTest {
    private static Settings settings(String value) {
        return SettingsLoader.load(List.of("--shop.limit=" + value), new Properties(), Map.of(), new Properties());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9999999999GiB", "2GiB", "2147483648", "99999999999", "-1", "1e9", "1.5MiB", "1 KiB", "1kb", ""})
    void rejectsSizesThatAreNoNumberOfBytes(String size) {
        StartupException mistake =
                assertThrows(StartupException.class, () -> settings(size).get("shop.limit", Values.SIZE, Values::size));
        assertEquals(
                "shop.limit must be " + Values.SIZE + ", not \"" + size + "\" (--shop.limit).", mistake.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999m", "999999999s", "999999999d", "3651d", "9999999999ms", "-1s", "1e3s", "1w", ""})
    void rejectsTimesWhoseNanosecondsOverflow(String time) {
        StartupException mistake = assertThrows(
                StartupException.class, () -> settings(time).get("shop.limit", Values.DURATION, Values::duration));
        assertTrue(mistake.getMessage().contains("of at most 3650 days, not \"" + time + "\""), mistake.getMessage());
    }

    @Test
    void acceptsTheLargestTimeAndSize() {
        assertEquals(
                Optional.of(Duration.ofDays(3650)),
                settings("3650d").get("shop.limit", Values.DURATION, Values::duration));
        assertEquals(
                Optional.of(Integer.MAX_VALUE), settings("2147483647").get("shop.limit", Values.SIZE, Values::size));
    }

    /** Conversions of the JDK throw exceptions of other types, too. */
    @Test
    void namesTheSettingThatAConversionOfTheJdkRejects() {
        assertThrows(
                StartupException.class, () -> settings("tomorrow").get("shop.limit", "a duration", Duration::parse));
        assertThrows(
                StartupException.class,
                () -> settings("9999999999")
                        .get("shop.limit", "a number", text -> Math.toIntExact(Long.parseLong(text))));
    }
}
