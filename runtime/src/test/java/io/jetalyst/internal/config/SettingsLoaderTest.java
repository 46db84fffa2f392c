package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.internal.config.ServerSettings.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
    private static final Properties NONE = new Properties();

    @Test
    void anArgumentBeatsASystemPropertyBeatsTheEnvironmentBeatsTheFile() {
        List<String> argument = List.of("--port=1");
        Properties system = properties("server.port", "2");
        Map<String, String> environment = Map.of("SERVER_PORT", "3", "PORT", "4");
        Properties file = properties("server.port", "5");

        assertEquals(1, port(SettingsLoader.load(argument, system, environment, file)));
        assertEquals(2, port(SettingsLoader.load(List.of(), system, environment, file)));
        assertEquals(3, port(SettingsLoader.load(List.of(), NONE, environment, file)));
        assertEquals(4, port(SettingsLoader.load(List.of(), NONE, Map.of("PORT", "4"), file)));
        assertEquals(5, port(SettingsLoader.load(List.of(), NONE, Map.of(), file)));
        assertEquals(8080, port(SettingsLoader.load(List.of(), NONE, Map.of(), NONE)));
    }

    @Test
    void everyServerSettingIsRead() {
        Settings settings = SettingsLoader.load(
                List.of(
                        "--port=0",
                        "--server.host=0.0.0.0",
                        "--mode=dev",
                        "--server.idle-timeout=500ms",
                        "--server.stop-timeout=2m",
                        "--server.max-topics=7"),
                NONE,
                Map.of(),
                NONE);

        assertEquals(
                new ServerSettings(0, "0.0.0.0", Mode.DEV, Duration.ofMillis(500), Duration.ofMinutes(2), 7),
                ServerSettings.of(settings));
    }

    @Test
    void keysOfTheApplicationAreItsOwn() {
        Settings settings = SettingsLoader.load(
                List.of("--chat.max-rooms=7"),
                NONE,
                Map.of("CHAT_NAME_LENGTH", "9"),
                properties("chat.motd", " hello "));

        assertEquals(Optional.of("7"), settings.get("chat.max-rooms"));
        assertEquals(Optional.of(7), settings.get("chat.max-rooms", "a number", Integer::valueOf));
        assertEquals(Optional.empty(), settings.get("chat.other", "a number", Integer::valueOf));
        assertEquals(Optional.of("9"), settings.get("chat.name-length"));
        assertEquals(Optional.of("hello"), settings.get("chat.motd"));
        assertEquals(Optional.empty(), settings.get("chat.other"));
    }

    @ParameterizedTest
    @CsvSource({
        "--prot=1, --prot, server.port",
        "--server.prot=1, --server.prot, server.port",
        "--hst=x, --hst, server.host"
    })
    void anUnknownServerArgumentIsRefusedWithItsNearMatch(String argument, String origin, String near) {
        StartupException refused = assertThrows(
                StartupException.class, () -> SettingsLoader.load(List.of(argument), NONE, Map.of(), NONE));

        assertTrue(refused.getMessage().contains("(" + origin + ")"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("Did you mean " + near + "?"), refused.getMessage());
    }

    @Test
    void anUnknownServerKeyInTheFileOrASystemPropertyIsRefused() {
        Properties wrong = properties("server.idletimeout", "3s");

        StartupException inFile =
                assertThrows(StartupException.class, () -> SettingsLoader.load(List.of(), NONE, Map.of(), wrong));
        StartupException inProperty =
                assertThrows(StartupException.class, () -> SettingsLoader.load(List.of(), wrong, Map.of(), NONE));

        assertEquals(
                "There is no setting server.idletimeout (application.properties key server.idletimeout)."
                        + " Did you mean server.idle-timeout?",
                inFile.getMessage());
        assertTrue(inProperty.getMessage().contains("system property"), inProperty.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"port", "--port", "--port 8081", "--=1", "-p=1", "''"})
    void anArgumentOfAnotherFormIsRefused(String argument) {
        StartupException refused = assertThrows(
                StartupException.class, () -> SettingsLoader.load(List.of(argument), NONE, Map.of(), NONE));

        assertTrue(refused.getMessage().contains("\"" + argument + "\""), refused.getMessage());
    }

    @Test
    void anArgumentGivenTwiceIsRefused() {
        assertThrows(
                StartupException.class,
                () -> SettingsLoader.load(List.of("--port=1", "--server.port=2"), NONE, Map.of(), NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 65536",
        "server.port, -1",
        "server.port, http",
        "server.port, ''",
        "server.mode, prod",
        "server.host, http://localhost",
        "server.idle-timeout, 30",
        "server.stop-timeout, 1h",
        "server.max-topics, 0",
        "server.max-topics, many"
    })
    void aValueThatCannotBeConvertedIsRefusedWithItsOrigin(String key, String value) {
        Settings settings = SettingsLoader.load(List.of(), NONE, Map.of(), properties(key, value));

        StartupException refused = assertThrows(StartupException.class, () -> ServerSettings.of(settings));

        assertTrue(refused.getMessage().startsWith(key + " must be "), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("(application.properties key " + key + ")."), refused.getMessage());
    }

    private static int port(Settings settings) {
        return ServerSettings.of(settings).port();
    }

    private static Properties properties(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }
}
