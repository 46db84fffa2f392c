package io.jetalyst.internal.config;

import io.jetalyst.config.Setting;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Listener.Inherited;
import io.jetalyst.internal.systemd.InheritedSocket;
import io.jetalyst.internal.systemd.PassedSockets;
import io.jetalyst.internal.systemd.PassedSockets.Descriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The listeners of the sockets that the process has inherited, by the names that the setting {@code server.listen} has for them. */
final class PassedListeners {
    private static final String SYSTEMD = "systemd:";
    private static final String DESCRIPTOR = "fd:";
    private static final String HTTPS = "https+";
    private static final String FCGI = "fcgi+";

    private final PassedSockets passed;
    private final Set<Integer> opened = new HashSet<>();

    private PassedListeners(PassedSockets passed) {
        this.passed = passed;
    }

    static PassedListeners ofProcess() {
        return new PassedListeners(PassedSockets.ofProcess());
    }

    /** Whether the text names an inherited socket. */
    static boolean isNamedBy(String text) {
        String name = withoutProtocol(text);
        return name.startsWith(SYSTEMD) || name.startsWith(DESCRIPTOR);
    }

    /** Whether systemd passes no sockets. */
    boolean isEmpty() {
        return passed.descriptors().isEmpty();
    }

    /** All sockets that systemd passes. */
    List<Listener> all() {
        try {
            return listeners(passed.descriptors(), Listener.Protocol.HTTP);
        } catch (IllegalArgumentException e) {
            throw new StartupException("systemd passes sockets, and " + e.getMessage() + ".", e);
        }
    }

    /** @throws IllegalArgumentException whose message is the end of a sentence without its period */
    List<Listener> parse(String member) {
        int mark = member.indexOf('?');
        if (mark < 0) {
            return parsePlain(member);
        }
        String parameter = member.substring(mark + 1);
        if (member.startsWith(FCGI)) {
            throw new IllegalArgumentException("an inherited socket for FastCGI has no parameters");
        }
        if (!parameter.equals("proxy-protocol=true") && !parameter.equals("proxy-protocol=false")) {
            throw new IllegalArgumentException("the only parameter of an inherited socket is proxy-protocol=true");
        }
        return parsePlain(member.substring(0, mark)).stream()
                .map(socket -> new Listener(socket.address(), socket.protocol(), parameter.endsWith("true")))
                .toList();
    }

    private List<Listener> parsePlain(String member) {
        Listener.Protocol protocol = member.startsWith(HTTPS)
                ? Listener.Protocol.HTTPS
                : member.startsWith(FCGI) ? Listener.Protocol.FASTCGI : Listener.Protocol.HTTP;
        String text = withoutProtocol(member);
        if (text.startsWith(DESCRIPTOR)) {
            return List.of(open(number(text.substring(DESCRIPTOR.length())), protocol));
        }
        if (isEmpty()) {
            throw new IllegalArgumentException(passed.problem());
        }
        String name = text.substring(SYSTEMD.length());
        List<Descriptor> named = passed.descriptors().stream()
                .filter(descriptor -> name.isEmpty() || descriptor.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("systemd passes no socket of this name, but "
                    + passed.descriptors().stream().map(Descriptor::name).collect(Collectors.joining(", "))
                    + ". Set FileDescriptorName=" + name + " in the socket unit");
        }
        return listeners(named, protocol);
    }

    /** @throws StartupException if systemd passes a socket that the setting does not name */
    void checkUsed(Setting listen) {
        List<String> unused = passed.descriptors().stream()
                .filter(descriptor -> !opened.contains(descriptor.number()))
                .map(descriptor ->
                        descriptor.number() + (descriptor.name().isEmpty() ? "" : " (" + descriptor.name() + ")"))
                .toList();
        if (!unused.isEmpty()) {
            throw new StartupException("systemd passes the descriptor " + String.join(", ", unused) + ", and "
                    + listen.key() + " (" + listen.source()
                    + ") does not name it. Add systemd: to the setting, or remove"
                    + " the setting.");
        }
    }

    private static String withoutProtocol(String text) {
        return text.startsWith(HTTPS)
                ? text.substring(HTTPS.length())
                : text.startsWith(FCGI) ? text.substring(FCGI.length()) : text;
    }

    private static int number(String text) {
        if (!text.matches("0|[3-9]|[1-9]\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "it names no descriptor of a socket. Write fd:0 for the standard input, or fd:3 and above");
        }
        return Integer.parseInt(text);
    }

    private List<Listener> listeners(List<Descriptor> descriptors, Listener.Protocol protocol) {
        List<Listener> listeners = new ArrayList<>();
        for (Descriptor descriptor : descriptors) {
            listeners.add(open(descriptor.number(), protocol));
        }
        return List.copyOf(listeners);
    }

    private Listener open(int descriptor, Listener.Protocol protocol) {
        if (!opened.add(descriptor)) {
            throw new IllegalArgumentException("the descriptor " + descriptor + " is there twice. Name it once");
        }
        try {
            InheritedSocket socket = InheritedSocket.open(descriptor);
            return new Listener(new Inherited(socket.channel(), socket.address()), protocol, false);
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
