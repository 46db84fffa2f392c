package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.StartupException;
import io.jetalyst.route.CorsRule;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsSettingsTest {
    private static CorsRule rule(String... settings) {
        List<String> arguments =
                Stream.of(settings).map(setting -> "--server.cors." + setting).toList();
        return CorsSettings.of(SettingsLoader.load(arguments, new Properties(), Map.of(), new Properties()));
    }

    @Test
    void readsEachSetting() {
        assertNull(rule());
        assertEquals(CorsRule.of("https://a.example"), rule("origins=https://a.example"));
        assertEquals(
                CorsRule.of("https://a.example", "http://[::1]:3000")
                        .credentials()
                        .permitHeaders("X-A", "X-B")
                        .exposeHeaders("ETag")
                        .maxAge(90),
                rule(
                        "origins=https://a.example, http://[::1]:3000",
                        "credentials=true",
                        "headers=X-A, X-B",
                        "exposed=ETag",
                        "max-age=90s"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "origins=* | credentials=true | pages of all origins (*) cannot send cookies: name the origins.",
                "origins=*, https://a.example | max-age=1s | * stands for all origins, so no other is beside it.",
                "origins=https://a.example, https://a.example | max-age=1s | \"https://a.example\" is named twice.",
                "origins=null | max-age=1s | \"null\" is not an origin",
                "origins=https://a.example/ | max-age=1s | \"https://a.example/\" is not an origin",
                "origins=https://A.example | max-age=1s | \"https://A.example\" is not an origin",
                "origins=https://a.example:443 | max-age=1s | \"https://a.example:443\" is not an origin",
                "origins= | max-age=1s | \"\" is not an origin",
                "origins=https://a.example | headers=X A | server.cors.headers must be",
                "origins=https://a.example | credentials=yes | server.cors.credentials must be",
                "max-age=1s | credentials=true | server.cors.credentials is set, but server.cors.origins names no origin.",
                "max-age=1s | exposed=ETag | server.cors.exposed is set, but server.cors.origins names no origin.",
            })
    void namesTheMistake(String first, String second, String mistake) {
        String message =
                assertThrows(StartupException.class, () -> rule(first, second)).getMessage();
        assertTrue(message.contains(mistake), message);
    }
}
