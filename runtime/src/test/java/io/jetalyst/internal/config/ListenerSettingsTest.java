package io.jetalyst.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings that name the addresses of the server. */
class ListenerSettingsTest {
    private static final Properties NONE = new Properties();

    @Test
    void readsListOfListeners() {
        assertEquals(
                List.of(
                        Listener.http("127.0.0.1", 8080),
                        Listener.http("::1", 80),
                        Listener.https("a.example", 443),
                        Listener.unix(Path.of("/run/app/app.sock"))),
                listeners("http://127.0.0.1:8080, http://[::1]/, https://a.example, unix:/run/app/app.sock"));
        assertTrue(listeners("http://127.0.0.1:0?proxy-protocol=true").get(0).proxyProtocol());
        List<Listener> fastCgi = listeners("fcgi://127.0.0.1:9000, fcgi+unix:/run/app.sock?mode=600");
        assertEquals("[fcgi://127.0.0.1:9000, fcgi+unix:/run/app.sock]", fastCgi.toString());
        assertTrue(fastCgi.stream().allMatch(listener -> listener.protocol() == Listener.Protocol.FASTCGI));
        assertEquals(
                new Listener.Unix(Path.of("/run/app.sock"), PosixFilePermissions.fromString("rwx-w---x"), "www-data"),
                listeners("unix:/run/app.sock?mode=721&group=www-data").get(0).address());
    }

    private static List<Listener> listeners(String text) {
        return ServerSettings.of(SettingsLoader.load(List.of("--listen=" + text), NONE, Map.of(), NONE))
                .listeners();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|It is not a listener. Write http",
                "127.0.0.1:8080|It is not a listener. Write http",
                "http://127.0.0.1:8080,|It is not a listener. Write http",
                "http://127.0.0.1:99999|It is not a listener. Write http",
                "http://a.example/path|It has the path /path, and a listener has none. Remove the path. If clients see the application below it, set server.base-path.",
                "ftp://127.0.0.1:8080|It is not a listener. Write http",
                "http://127.0.0.1:0?proxy-protocol=v2|proxy-protocol is \"v2\". Write true or false.",
                "unix:app.sock|The path of the socket is not absolute. Write http",
                "unix:|The path of the socket is not absolute. Write http",
                "unix:/run/app.sock?mode=0660|The mode \"0660\" is not three octal digits. Write mode=660.",
                "unix:/run/app.sock?mode=660&mode=600|The parameter mode is set twice. Keep one of them.",
                "unix:/run/app.sock?mode|The parameter \"mode\" has no value. Write name=value.",
                "unix:/run/app.sock?owner=me|It has no parameter owner; a UNIX socket has mode, group and proxy-protocol.",
                "http://127.0.0.1:8080?mode=660|It has no parameter mode; a port has proxy-protocol.",
                "fcgi://127.0.0.1|It is not a listener. Write http",
                "fcgi:127.0.0.1:9000|It is not a listener. Write http",
                "fcgi+unix:app.sock|The path of the socket is not absolute. Write http",
                "fcgi+http://127.0.0.1:9000|It is not a listener. Write http",
                "fcgi://127.0.0.1:9000?proxy-protocol=true|It has no parameter proxy-protocol; a port for FastCGI has none.",
                "fcgi+unix:/run/a?owner=me|It has no parameter owner; a UNIX socket for FastCGI has mode and group."
            })
    void rejectsListenerThatIsNotOneAndNamesTheForm(String text, String reason) {
        String last = text.contains(",") ? "" : text;
        String refused = refused("--server.listen=" + text);

        assertTrue(refused.startsWith("server.listen has \"" + last + "\" (--server.listen). " + reason), refused);
    }

    @Test
    void rejectsPathOfMoreThan106Bytes() {
        Listener.parse("unix:/" + "p".repeat(105));

        assertTrue(refused("--listen=unix:/" + "p".repeat(104) + "\u00e9")
                .endsWith("The path of the socket has 107 bytes, and the JDK allows 106. Choose a shorter path."));
    }

    @Test
    void rejectsListenersThatContradictOtherSettings() {
        assertEquals(
                "server.listen (--listen) and server.port (--port) are both set. Keep one of them: server.listen names all"
                        + " addresses.",
                refused("--listen=http://127.0.0.1:8080", "--port=1"));
        assertEquals(
                "server.listen (--listen) has unix:/run/a.sock twice. Remove one of them.",
                refused("--listen=unix:/run/a.sock?mode=600,unix:/run/a.sock"));
        assertEquals(2, listeners("http://127.0.0.1:0,http://127.0.0.1:0").size(), "two free ports");
    }

    @Test
    void overridesThePortOfAWeakerSourceByListeners() {
        Properties file = properties("server.port", "8080");
        Map<String, String> listen = Map.of("SERVER_LISTEN", "unix:/run/a.sock", "SERVER_HOST", "0.0.0.0", "PORT", "1");

        assertEquals("[unix:/run/a.sock]", listeners(List.of(), listen, file));
        assertEquals("[http://0.0.0.0:1]", listeners(List.of(), Map.of("SERVER_HOST", "0.0.0.0", "PORT", "1"), file));
        assertEquals("[http://127.0.0.1:2]", listeners(List.of("--port=2"), listen, file));
    }

    private static String listeners(List<String> arguments, Map<String, String> environment, Properties file) {
        return ListenerSettings.of(SettingsLoader.load(arguments, NONE, environment, file))
                .toString();
    }

    private static String refused(String... arguments) {
        Settings settings = SettingsLoader.load(List.of(arguments), NONE, Map.of(), NONE);
        return assertThrows(StartupException.class, () -> ServerSettings.of(settings))
                .getMessage();
    }

    private static Properties properties(String key, String value) {
        Properties properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }
}
