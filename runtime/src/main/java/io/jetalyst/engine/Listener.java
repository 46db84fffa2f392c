package io.jetalyst.engine;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address on which an engine accepts connections, and the protocol that clients send there. All listeners of an application have the same
 * routes. Immutable.
 *
 * <pre>{@code
 * Listener local = Listener.http("127.0.0.1", 8080);
 * Listener proxied = Listener.parse("unix:/run/shop/shop.sock?mode=660&group=www-data");
 * }</pre>
 *
 * @param proxyProtocol whether each connection begins with a header of the PROXY protocol, which names the client
 */
public record Listener(Address address, Protocol protocol, boolean proxyProtocol) {
    public Listener {
        requireNonNull(address);
        requireNonNull(protocol);
    }

    /** The address of a listener. */
    public sealed interface Address permits Tcp, Unix, Inherited {}

    /**
     * A port of TCP.
     *
     * @param host the address to bind, by name or number, without brackets; {@code 0.0.0.0} or {@code ::} for every address of this machine
     * @param port 0 for a free one
     */
    public record Tcp(String host, int port) implements Address {
        public Tcp {
            if (host.isEmpty() || port < 0 || port > 65_535) {
                throw new IllegalArgumentException("no host, or no port from 0 to 65535");
            }
        }

        /** The same host with another port. */
        public Tcp withPort(int other) {
            return new Tcp(host, other);
        }

        /** Host and port, such as {@code 127.0.0.1:8080} or {@code [::1]:8080}. */
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A UNIX domain socket. The engine creates its file with these permissions, and removes it when it stops.
     *
     * @param path absolute
     * @param mode the users that may connect: those that may write the file
     * @param group the group of the file; {@code null} for that of the process
     */
    public record Unix(
            Path path,
            Set<PosixFilePermission> mode,
            @Nullable String group) implements Address {
        /** The owner and the group may connect. */
        public static final Set<PosixFilePermission> DEFAULT_MODE =
                Set.copyOf(PosixFilePermissions.fromString("rw-rw----"));

        public Unix {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("not an absolute path: " + path);
            }
            mode = Set.copyOf(mode);
        }

        /** The path. */
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A socket that listens already, because the process that has started this one has opened it. The engine accepts its connections, and
     * neither closes it nor accepts the connections that wait when the engine stops: the next process accepts them.
     *
     * @param channel the channel of the socket
     * @param local the address of the socket
     */
    public record Inherited(ServerSocketChannel channel, SocketAddress local) implements Address {
        /** The same address as that of a socket that the engine would have opened; for a name in the abstract namespace, this one. */
        public Address opened() {
            if (local instanceof InetSocketAddress inet) {
                return new Tcp(inet.getAddress().getHostAddress(), inet.getPort());
            }
            Path path = ((UnixDomainSocketAddress) local).getPath();
            return path.isAbsolute() ? new Unix(path, Unix.DEFAULT_MODE, null) : this;
        }

        /** The address of the socket. */
        @Override
        public String toString() {
            return local instanceof InetSocketAddress ? opened().toString() : local.toString();
        }
    }

    /** The protocol that clients send. */
    public enum Protocol {
        /** HTTP/1.1, and HTTP/2 with prior knowledge, without encryption. */
        HTTP,
        /** HTTP/1.1 and HTTP/2 over TLS, which the client chooses by ALPN (RFC 7301). */
        HTTPS,
        /**
         * FastCGI 1.0: the requests that a web server such as Apache or nginx has received, one at a time on each connection. On a port the
         * engine accepts connections from {@link EngineOptions#proxies} only, because such a peer names the client.
         */
        FASTCGI
    }

    /** A listener for HTTP on a port of TCP. */
    public static Listener http(String host, int port) {
        return new Listener(new Tcp(host, port), Protocol.HTTP, false);
    }

    /** A listener for HTTPS on a port of TCP; the options of the engine need {@link EngineOptions#tls}. */
    public static Listener https(String host, int port) {
        return new Listener(new Tcp(host, port), Protocol.HTTPS, false);
    }

    /** A listener for HTTP on a UNIX domain socket, to which its owner and its group may connect. */
    public static Listener unix(Path path) {
        return new Listener(new Unix(path, Unix.DEFAULT_MODE, null), Protocol.HTTP, false);
    }

    /**
     * Reads the form in which settings name a listener: {@code http://host:port}, {@code https://host:port} or {@code unix:/path}, and for
     * FastCGI {@code fcgi://host:port} or {@code fcgi+unix:/path}, with parameters.
     *
     * @throws IllegalArgumentException whose message is a sentence that says what is wrong and what to write instead
     */
    public static Listener parse(String text) {
        return ListenerText.parse(text);
    }

    /** The same listener at another address. */
    public Listener at(Address other) {
        return new Listener(other, protocol, proxyProtocol);
    }

    /** The address as settings name it, such as {@code http://127.0.0.1:8080} or {@code unix:/run/shop.sock}, without parameters. */
    @Override
    public String toString() {
        boolean unix = address instanceof Unix
                || address instanceof Inherited inherited && inherited.local() instanceof UnixDomainSocketAddress;
        return switch (protocol) {
            case HTTP -> (unix ? "unix:" : "http://") + address;
            case HTTPS -> (unix ? "unix:" : "https://") + address;
            case FASTCGI -> (unix ? "fcgi+unix:" : "fcgi://") + address;
        };
    }
}
