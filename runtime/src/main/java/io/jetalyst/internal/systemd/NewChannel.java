package io.jetalyst.internal.systemd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A channel that was opened just now, and its descriptor. Java does not show the number, but the new socket is the one that was not in the
 * list of the process before.
 */
record NewChannel(ServerSocketChannel channel, int descriptor) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int ATTEMPTS = 20;

    /** Binds it to an address that no client knows, because Java accepts connections only of a channel that it has bound. */
    static NewChannel open(boolean unix) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Map<String, Integer> before = sockets();
            ServerSocketChannel channel =
                    unix ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
            Map<String, Integer> opened = sockets();
            opened.keySet().removeAll(before.keySet());
            if (opened.size() == 1) {
                bind(channel, unix);
                return new NewChannel(channel, opened.values().iterator().next());
            }
            channel.close(); // another thread has opened a socket in the same moment
        }
        throw new IOException("the descriptor of a new socket was not found in " + DESCRIPTORS);
    }

    private static void bind(ServerSocketChannel channel, boolean unix) throws IOException {
        if (!unix) {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            return;
        }
        Path folder = Files.createTempDirectory("jetalyst");
        Path file = folder.resolve("socket");
        try {
            channel.bind(UnixDomainSocketAddress.of(file), 1);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** The descriptors of all sockets of this process, by their unique names. */
    private static Map<String, Integer> sockets() throws IOException {
        Map<String, Integer> sockets = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path entry : entries) {
                try {
                    String name = Files.readSymbolicLink(entry).toString();
                    if (name.startsWith("socket:")) {
                        sockets.put(name, Integer.valueOf(entry.getFileName().toString()));
                    }
                } catch (IOException closed) {
                    // the descriptor of this listing, or one that another thread has closed
                }
            }
        }
        return sockets;
    }
}
