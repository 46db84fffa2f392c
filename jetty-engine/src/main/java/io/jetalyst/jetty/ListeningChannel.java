package io.jetalyst.jetty;

import io.jetalyst.engine.ListenException;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Listener.Inherited;
import io.jetalyst.engine.Listener.Tcp;
import io.jetalyst.engine.Listener.Unix;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/** The channel of a listener: bound, so that the system queues the connections of clients until they are accepted. */
final class ListeningChannel implements Closeable {
    /** The number of connections that may wait until they are accepted. */
    static final int BACKLOG = 1024;

    private final Listener listener;
    private final ServerSocketChannel channel;
    private final @Nullable UnixSocketFile file;
    private final boolean inherited;

    private ListeningChannel(
            Listener listener, ServerSocketChannel channel, @Nullable UnixSocketFile file, boolean inherited) {
        this.listener = listener;
        this.channel = channel;
        this.file = file;
        this.inherited = inherited;
    }

    /** Opens all of them, or none. */
    static List<ListeningChannel> open(List<Listener> listeners, boolean reusePort) throws ListenException {
        List<ListeningChannel> open = new ArrayList<>();
        for (Listener listener : listeners) {
            try {
                open.add(open(listener, reusePort));
            } catch (IOException e) {
                open.forEach(IO::close);
                throw new ListenException(listener, e);
            } catch (RuntimeException | Error e) {
                open.forEach(IO::close);
                throw e;
            }
        }
        return open;
    }

    private static ListeningChannel open(Listener listener, boolean reusePort) throws IOException {
        if (listener.address() instanceof Unix unix) {
            UnixSocketFile file = UnixSocketFile.bind(unix, BACKLOG);
            return new ListeningChannel(listener, file.channel(), file, false);
        }
        if (listener.address() instanceof Inherited inherited) {
            return new ListeningChannel(listener.at(inherited.opened()), inherited.channel(), null, true);
        }
        ServerSocketChannel channel = bind((Tcp) listener.address(), reusePort);
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        return new ListeningChannel(listener.at(((Tcp) listener.address()).withPort(port)), channel, null, false);
    }

    private static ServerSocketChannel bind(Tcp tcp, boolean reusePort) throws IOException {
        InetSocketAddress address = new InetSocketAddress(tcp.host(), tcp.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException(tcp.host());
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            if (reusePort && !channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                throw new IOException("this system cannot share a port. Remove server.reuse-port");
            }
            if (reusePort) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            return channel.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(address, BACKLOG);
        } catch (IOException | RuntimeException | Error e) {
            IO.close(channel);
            throw e;
        }
    }

    /** The listener, with the port it really has. */
    Listener listener() {
        return listener;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    boolean isFastCgi() {
        return listener.protocol() == Listener.Protocol.FASTCGI;
    }

    boolean isTcp() {
        return listener.address() instanceof Tcp;
    }

    /** Whether another process has opened the socket, and keeps it open for the next process. */
    boolean isInherited() {
        return inherited;
    }

    /** Removes the file of a UNIX socket: new clients cannot connect, and those that have connected wait until they are accepted. */
    void removeFile() {
        if (file != null) {
            file.remove();
        }
    }

    @Override
    public void close() throws IOException {
        removeFile();
        if (!inherited) { // the process that has opened it decides; and the JDK would close the standard streams with
            // descriptor 0
            channel.close();
        }
    }
}
