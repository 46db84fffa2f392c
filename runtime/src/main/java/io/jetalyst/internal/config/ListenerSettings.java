package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code server.*} settings about the addresses on which the server accepts connections. */
final class ListenerSettings {
    static final String PORT = ServerSettings.PREFIX + "port";
    static final String HOST = ServerSettings.PREFIX + "host";
    static final String LISTEN = ServerSettings.PREFIX + "listen";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    PORT, "8080", "port to listen on; 0 selects a free one (also `--port`, and the variable `PORT`)"),
            new KnownSetting(
                    HOST,
                    "127.0.0.1",
                    "address to listen on; 0.0.0.0 accepts connections from other machines (also `--host`)"),
            new KnownSetting(
                    LISTEN,
                    "",
                    "all addresses to listen on, instead of `server.host` and `server.port`: a list such as"
                            + " `http://127.0.0.1:8080, https://0.0.0.0:8443, unix:/run/app/app.sock?mode=660&group=www-data`; `fcgi://127.0.0.1:9000` and"
                            + " `fcgi+unix:/run/app/app.sock` are for web servers that send requests by FastCGI, `systemd:` and `fd:0` name sockets that"
                            + " systemd passes ([systemd](operations/systemd.md#sockets-that-systemd-opens))"));

    private ListenerSettings() {}

    /** @throws StartupException naming the first setting that cannot be converted or contradicts another, and where it came from */
    static List<Listener> of(Settings settings) {
        return of(settings, PassedListeners.ofProcess());
    }

    private static List<Listener> of(Settings settings, PassedListeners passed) {
        List<Setting> found = settings.findAny(List.of(LISTEN, HOST, PORT));
        Optional<Setting> listen =
                found.stream().filter(setting -> setting.key().equals(LISTEN)).findFirst();
        if (listen.isEmpty()) {
            return passed.isEmpty()
                    ? List.of(Listener.http(
                            Values.of(settings, HOST, "127.0.0.1", "a host name or an address", ListenerSettings::host),
                            Values.of(settings, PORT, "8080", "a number from 0 to 65535", Values::port)))
                    : passed.all();
        }
        found.stream()
                .filter(setting -> !setting.key().equals(LISTEN))
                .findFirst()
                .ifPresent(other -> {
                    throw new StartupException(LISTEN + " (" + listen.get().source() + ") and " + other.key() + " ("
                            + other.source() + ") are both set. Keep one of them: " + LISTEN + " names all addresses.");
                });
        return listeners(listen.get(), passed);
    }

    private static List<Listener> listeners(Setting listen, PassedListeners passed) {
        List<Listener> listeners = new ArrayList<>();
        Set<Object> addresses = new HashSet<>();
        for (String member : listen.value().split(",", -1)) {
            String text = member.strip();
            if (PassedListeners.isNamedBy(text)) {
                listeners.addAll(parse(listen, text, passed));
                continue;
            }
            Listener listener = parse(listen, text);
            boolean anyPort = listener.address() instanceof Listener.Tcp tcp && tcp.port() == 0;
            if (!anyPort && !addresses.add(address(listener))) {
                throw new StartupException(
                        LISTEN + " (" + listen.source() + ") has " + listener + " twice. Remove one of them.");
            }
            listeners.add(listener);
        }
        passed.checkUsed(listen);
        return List.copyOf(listeners);
    }

    private static List<Listener> parse(Setting listen, String text, PassedListeners passed) {
        try {
            return passed.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    LISTEN + " has \"" + text + "\" (" + listen.source() + "), and " + e.getMessage() + ".", e);
        }
    }

    /** The part that differs between all listeners. */
    private static Object address(Listener listener) {
        return listener.address() instanceof Listener.Unix unix ? unix.path() : listener.address();
    }

    private static Listener parse(Setting listen, String text) {
        try {
            return Listener.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StartupException(
                    LISTEN + " has \"" + text + "\" (" + listen.source() + "). " + e.getMessage(), e);
        }
    }

    private static String host(String text) {
        if (text.isEmpty() || text.contains("/")) {
            throw new IllegalArgumentException("not a host");
        }
        return text;
    }
}
