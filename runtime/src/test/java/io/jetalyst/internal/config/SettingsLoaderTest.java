package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.internal.config.ServerSettings.Mode;
import io.jetalyst.internal.proxy.BasePath;
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
    void prefersArgumentsToSystemPropertiesToTheEnvironmentToTheFile() {
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
                        "--server.head-timeout=1s",
                        "--server.body-timeout=2s",
                        "--server.max-connections=20",
                        "--server.max-connections-per-address=10",
                        "--server.answer-timeout=3s",
                        "--server.stop-timeout=2m",
                        "--server.event-keep-alive=4s",
                        "--server.max-topics=7",
                        "--server.max-requests=8",
                        "--server.max-handshakes-per-second=9",
                        "--server.min-data-rate=10"),
                NONE,
                Map.of(),
                NONE);

        assertEquals(
                new ServerSettings(
                        List.of(Listener.http("0.0.0.0", 0)),
                        Mode.DEV,
                        BasePath.ROOT,
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        7,
                        9),
                ServerSettings.of(settings));
        EngineOptions options = ConnectionSettings.of(settings, ServerSettings.of(settings));
        assertEquals(Duration.ofMillis(500), options.idleTimeout());
        assertEquals(Duration.ofSeconds(1), options.headTimeout());
        assertEquals(Duration.ofSeconds(2), options.bodyTimeout());
        assertEquals(20, options.maxConnections());
        assertEquals(10, options.maxConnectionsPerAddress());
        assertEquals(8, options.maxRequests());
        assertEquals(10, options.minDataRate());
    }

    @Test
    void namesTheSettingThatAVariableIsNearlyNamedAfter() {
        assertEquals(
                List.of(
                        "The environment variable JETALYST_SERVER_PORT is no setting, and has no effect. Did you mean"
                                + " SERVER_PORT?",
                        "The environment variable SERVER_MAX_CONNECTION is no setting, and has no effect. Did you mean"
                                + " SERVER_MAX_CONNECTIONS?"),
                SettingsLoader.nearVariables(Map.of(
                        "SERVER_MAX_CONNECTION", "5",
                        "JETALYST_SERVER_PORT", "80",
                        "SERVER_PORT", "80",
                        "SOCKET_IDLE_TIMEOUT", "60s",
                        "SERVER_SOFTWARE", "Apache",
                        "CHAT_SERVER_PORT", "80")));
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
        "--hst=x, --hst, server.host",
        "--tls.certifcate=x, --tls.certifcate, server.tls.certificate",
        "--headers.referer-policy=x, --headers.referer-policy, server.headers.referrer-policy",
        "--cors.orgins=x, --cors.orgins, server.cors.origins"
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
        "server.idle-timeout, 0s",
        "server.head-timeout, soon",
        "server.max-connections, 0",
        "server.max-connections-per-address, -1",
        "server.answer-timeout, 0ms",
        "server.public-url, chat.example",
        "server.public-url, ftp://chat.example",
        "server.public-url, https://chat.example/app",
        "server.public-url, 'https://chat.example?a'",
        "server.forwarded, true",
        "server.trusted-proxies, proxy.example",
        "server.trusted-proxies, 10.0.0.0/33",
        "server.trusted-proxies, '10.0.0.1,'",
        "server.hosts, chat.example:8080",
        "server.hosts, https://chat.example",
        "server.hosts, ''",
        "server.origins, chat.example",
        "server.origins, https://chat.example/",
        "server.stop-timeout, 1w",
        "server.max-topics, 0",
        "server.max-topics, many"
    })
    void aValueThatCannotBeConvertedIsRefusedWithItsOrigin(String key, String value) {
        Settings settings = SettingsLoader.load(List.of(), NONE, Map.of(), properties(key, value));

        StartupException refused = assertThrows(StartupException.class, () -> readAll(settings));

        assertTrue(refused.getMessage().startsWith(key + " must be "), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("(application.properties key " + key + ")."), refused.getMessage());
    }

    @Test
    void rejectsSettingsThatContradictEachOtherAndNamesTheCure() {
        assertEquals(
                "server.trusted-proxies is set, but server.forwarded is none, so that no proxy is asked. Set server.forwarded to"
                        + " x-forwarded or forwarded, or remove server.trusted-proxies.",
                refused("--server.trusted-proxies=10.0.0.1"));
        assertEquals(
                "server.max-connections-per-address is 9, more than the 8 of server.max-connections. Lower the first or raise the second.",
                refused("--server.max-connections=8", "--server.max-connections-per-address=9"));
    }

    @Test
    void rejectsKeyOfJsonThatDoesNotExist() {
        assertEquals(
                "There is no setting json.unknown-member (--json.unknown-member). Did you mean json.unknown-members?",
                assertThrows(
                                StartupException.class,
                                () -> SettingsLoader.load(
                                        List.of("--json.unknown-member=reject"), NONE, Map.of(), NONE))
                        .getMessage());
        assertEquals(
                List.of("The environment variable JSON_EMPTY_MEMBER is no setting, and has no effect. Did you mean"
                        + " JSON_EMPTY_MEMBERS?"),
                SettingsLoader.nearVariables(Map.of("JSON_EMPTY_MEMBER", "null")));
    }

    @Test
    void comparesNamesWithoutTheirPrefix() {
        StartupException refused = assertThrows(
                StartupException.class, () -> SettingsLoader.load(List.of("--path=1"), NONE, Map.of(), NONE));

        assertTrue(refused.getMessage().contains("There are: server.port, "), refused.getMessage());
    }

    private static String refused(String... arguments) {
        Settings settings = SettingsLoader.load(List.of(arguments), NONE, Map.of(), NONE);
        return assertThrows(StartupException.class, () -> readAll(settings)).getMessage();
    }

    private static void readAll(Settings settings) {
        ServerSettings server = ServerSettings.of(settings);
        ConnectionSettings.of(settings, server);
        ProxySettings.of(settings, server);
    }

    private static int port(Settings settings) {
        return ServerSettings.of(settings).listeners().get(0).address() instanceof Listener.Tcp tcp ? tcp.port() : -1;
    }

    private static Properties properties(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }
}
