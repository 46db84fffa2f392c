package io.jetalyst.internal.start;

import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Listener.Tcp;
import io.jetalyst.engine.Listener.Unix;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Optional;

/** Describes why the server cannot listen on an address, and what the operator can do. */
final class ListenProblem {
    private static final String PORT = "server.port";
    private static final int MAX_PORT = 65_535;
    private static final int CONNECT_MILLIS = 1000;
    private static final Path FIRST_PORT = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");

    private ListenProblem() {}

    /**
     * A sentence with the address, the reason and the cure.
     *
     * @param setting the setting that names the address; {@code server.port}, or one that names whole addresses
     * @param own all addresses of this application
     */
    static String describe(ListenException problem, String setting, List<Listener> own) {
        IOException cause = (IOException) problem.getCause();
        if (problem.listener().address() instanceof Tcp tcp) {
            Optional<Listener> other = own.stream()
                    .filter(listener -> !listener.equals(problem.listener()) && hasPort(listener, tcp.port()))
                    .findFirst();
            return ofPort(tcp, cause, setting, other);
        }
        if (problem.listener().address() instanceof Unix unix) {
            return ofSocket(unix, cause) + " in " + setting + ".";
        }
        return "Cannot listen on " + problem.listener() + ": " + cause.getMessage() + ".";
    }

    private static boolean hasPort(Listener listener, int port) {
        return listener.address() instanceof Tcp tcp && tcp.port() == port;
    }

    /** @param other the listener of this application for the same port */
    private static String ofPort(Tcp tcp, IOException cause, String setting, Optional<Listener> other) {
        String place = "port " + tcp.port() + " of " + tcp.host();
        if (cause instanceof UnknownHostException) {
            return "Cannot listen on " + place + ": there is no host of this name. Name an address of this machine.";
        }
        // The message of the cause is in the language of the system, and its type is the same for all these causes.
        if (!(cause instanceof BindException) || !canBind(tcp.host())) {
            return "Cannot listen on " + place + ": " + cause.getMessage()
                    + (cause instanceof BindException ? ". Name an address of this machine." : ".");
        }
        if (tcp.port() < firstPortWithoutRight() && !isAnswering(tcp)) {
            return "This process may not listen on " + place + ". Choose a port from 1024 on, or give the process the"
                    + " capability CAP_NET_BIND_SERVICE (systemd: AmbientCapabilities=CAP_NET_BIND_SERVICE).";
        }
        if (other.isPresent()) {
            return "Port " + tcp.port() + " of " + tcp.host()
                    + " is in use by this application itself, which also listens on " + other.get()
                    + ". Choose another port in " + setting + ", or keep one of the two addresses.";
        }
        int next = tcp.port() < MAX_PORT ? tcp.port() + 1 : 8080;
        return "Port " + tcp.port() + " of " + tcp.host()
                + " is in use. Stop what listens there, or choose another port"
                + (setting.equals(PORT) ? ": --port=" + next + "." : " in " + setting + ".");
    }

    /** Whether this machine has the address. */
    private static boolean canBind(String host) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(host, 0));
            return true;
        } catch (IOException notOurs) {
            return false;
        }
    }

    /** Whether a process accepts connections on the port. */
    private static boolean isAnswering(Tcp tcp) {
        try (Socket probe = new Socket()) {
            InetAddress address = InetAddress.getByName(tcp.host());
            probe.connect(
                    new InetSocketAddress(
                            address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, tcp.port()),
                    CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Reads at once: Linux returns no more of a kernel setting to a second read, and {@link Files#readString} begins with one byte. */
    static int firstPortWithoutRight() {
        try (InputStream setting = Files.newInputStream(FIRST_PORT)) {
            return Integer.parseInt(new String(setting.readNBytes(16), StandardCharsets.US_ASCII).strip());
        } catch (IOException | NumberFormatException otherSystem) {
            return 1024;
        }
    }

    /** Without the name of the setting, which ends the sentence. */
    private static String ofSocket(Unix unix, IOException cause) {
        String socket = "the socket " + unix.path();
        if (cause instanceof BindException) {
            return "A process listens on " + socket + ". Stop that process, or choose another path";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "The file " + unix.path()
                    + " is no socket, so it is not replaced. Remove it, or choose another path";
        }
        if (cause instanceof NoSuchFileException) {
            return "There is no directory " + unix.path().getParent()
                    + ". Create it (systemd: RuntimeDirectory=), or choose another path";
        }
        if (cause instanceof AccessDeniedException) {
            return "This process may not create " + socket + ". Let its user write "
                    + unix.path().getParent() + " (systemd: RuntimeDirectory=), or choose another path";
        }
        if (cause instanceof UserPrincipalNotFoundException) {
            return "There is no group " + unix.group() + " for " + socket + ". Create it, or name another group";
        }
        if (cause instanceof FileSystemException && unix.group() != null) {
            return "This process may not give " + socket + " to the group " + unix.group()
                    + ". Add its user to the group, or name another group";
        }
        return "Cannot listen on " + socket + ": " + cause.getMessage() + ". Choose another path";
    }
}
