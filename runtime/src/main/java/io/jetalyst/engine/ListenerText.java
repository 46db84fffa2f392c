package io.jetalyst.engine;

import io.jetalyst.engine.Listener.Address;
import io.jetalyst.engine.Listener.Protocol;
import io.jetalyst.engine.Listener.Tcp;
import io.jetalyst.engine.Listener.Unix;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a listener from the text of a setting. */
final class ListenerText {
    /** The longest path of a UNIX socket that the JDK accepts. Linux stores it in 108 bytes, the last of which is 0. */
    private static final int MAX_PATH_BYTES = 106;

    private static final String UNIX = "unix:";
    private static final String FCGI = "fcgi://";
    private static final String FCGI_PREFIX = "fcgi+";
    private static final String FCGI_UNIX = FCGI_PREFIX + UNIX;
    private static final String FORMS =
            "Write http://127.0.0.1:8080, https://0.0.0.0:8443, unix:/run/app/app.sock?mode=660&group=www-data,"
                    + " or for FastCGI fcgi://127.0.0.1:9000 or fcgi+unix:/run/app/app.sock.";
    private static final Pattern MODE = Pattern.compile("[0-7]{3}");
    private static final PosixFilePermission[] PERMISSIONS = PosixFilePermission.values(); // in the order of the bits
    private static final Pattern GROUP = Pattern.compile("[^\\s:/]+");

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private ListenerText() {}

    static Listener parse(String text) {
        return new ListenerText().read(text);
    }

    private Listener read(String text) {
        int question = text.indexOf('?');
        String location = question < 0 ? text : text.substring(0, question);
        if (question >= 0) {
            readParameters(text.substring(question + 1));
        }
        boolean fcgi = location.startsWith(FCGI) || location.startsWith(FCGI_UNIX);
        String rest = location.startsWith(FCGI_UNIX) ? location.substring(FCGI_PREFIX.length()) : location;
        boolean unix = rest.startsWith(UNIX);
        Address address = unix ? unix(rest.substring(UNIX.length())) : tcp(rest);
        boolean proxyProtocol = !fcgi && isTrue("proxy-protocol");
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "It has no parameter " + parameters.keySet().iterator().next() + known(unix, fcgi));
        }
        Protocol web = rest.startsWith("https:") ? Protocol.HTTPS : Protocol.HTTP;
        return new Listener(address, fcgi ? Protocol.FASTCGI : web, proxyProtocol);
    }

    private static String known(boolean unix, boolean fcgi) {
        if (fcgi) { // it names the client of each request itself
            return unix ? "; a UNIX socket for FastCGI has mode and group." : "; a port for FastCGI has none.";
        }
        return unix ? "; a UNIX socket has mode, group and proxy-protocol." : "; a port has proxy-protocol.";
    }

    private void readParameters(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("The parameter \"" + pair + "\" has no value. Write name=value.");
            }
            if (parameters.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(
                        "The parameter " + pair.substring(0, equals) + " is set twice. Keep one of them.");
            }
        }
    }

    private Tcp tcp(String location) {
        String path = null;
        try {
            URI uri = new URI(location);
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            int port = uri.getPort() < 0 ? defaultPort(uri) : uri.getPort();
            if (isKnown(uri)
                    && port >= 0
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                Tcp tcp = new Tcp(withoutBrackets(uri.getHost()), port);
                if (bare) {
                    return tcp;
                }
                path = uri.getRawPath();
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException("It is not a listener. " + FORMS, e);
        }
        throw new IllegalArgumentException(
                path == null
                        ? "It is not a listener. " + FORMS
                        : "It has the path " + path
                                + ", and a listener has none. Remove the path. If clients see the application below it, set server.base-path.");
    }

    /** -1 if there is none. */
    private static int defaultPort(URI uri) {
        return switch (String.valueOf(uri.getScheme())) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }

    private static boolean isKnown(URI uri) {
        return List.of("http", "https", "fcgi").contains(String.valueOf(uri.getScheme()));
    }

    private boolean isTrue(String name) {
        String value = parameters.remove(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " is \"" + value + "\". Write true or false.");
        }
        return "true".equals(value);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private Unix unix(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_PATH_BYTES) {
            throw new IllegalArgumentException("The path of the socket has " + bytes + " bytes, and the JDK allows "
                    + MAX_PATH_BYTES + ". Choose a shorter path.");
        }
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute() || path.getFileName() == null) {
                throw new IllegalArgumentException("The path of the socket is not absolute. " + FORMS);
            }
            return new Unix(path.normalize(), mode(), group());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The path of the socket is not a path. " + FORMS, e);
        }
    }

    private Set<PosixFilePermission> mode() {
        String mode = parameters.remove("mode");
        if (mode == null) {
            return Unix.DEFAULT_MODE;
        }
        Matcher octal = MODE.matcher(mode);
        if (!octal.matches()) {
            throw new IllegalArgumentException("The mode \"" + mode + "\" is not three octal digits. Write mode=660.");
        }
        int bits = Integer.parseInt(mode, 8);
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < PERMISSIONS.length; i++) {
            if ((bits & (1 << (PERMISSIONS.length - 1 - i))) != 0) {
                permissions.add(PERMISSIONS[i]);
            }
        }
        return permissions;
    }

    private @Nullable String group() {
        String group = parameters.remove("group");
        if (group != null && !GROUP.matcher(group).matches()) {
            throw new IllegalArgumentException("\"" + group + "\" is not the name of a group. Write group=www-data.");
        }
        return group;
    }
}
