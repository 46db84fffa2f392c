package io.jetalyst.jetty;

import io.jetalyst.engine.Listener.Unix;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/**
 * The file of a UNIX socket. Its permissions are set before it has its name, so nobody else can connect before. A file that was there is
 * replaced only if it is a socket on which no process listens: a process that did not stop properly has left it.
 */
final class UnixSocketFile {
    private static final int ATTEMPTS = 10;
    /** Names are short, because the system limits the length of a path. */
    private static final int NAMES = Character.MAX_RADIX * Character.MAX_RADIX * Character.MAX_RADIX;

    private final Unix address;
    private final ServerSocketChannel channel;
    /** Identifies the file, which another process may have replaced meanwhile. */
    private final @Nullable Object key;

    private UnixSocketFile(Unix address, ServerSocketChannel channel, @Nullable Object key) {
        this.address = address;
        this.channel = channel;
        this.key = key;
    }

    /**
     * Creates a socket.
     *
     * @throws BindException if a process listens on it
     * @throws FileAlreadyExistsException if there is a file that is no socket
     */
    static UnixSocketFile bind(Unix address, int backlog) throws IOException {
        Path directory = privateDirectory(address.path());
        Path socket = directory.resolve("s");
        try {
            return bind(address, socket, directory.resolve("o"), backlog);
        } finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(directory);
        }
    }

    private static UnixSocketFile bind(Unix address, Path socket, Path other, int backlog) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket), backlog);
            setOwners(socket, address);
            Object key = key(socket); // before other processes can replace it
            UnixSocketLock lock = UnixSocketLock.of(address.path());
            try {
                publish(socket, address.path(), other);
            } finally {
                lock.close();
            }
            return new UnixSocketFile(address, channel, key);
        } catch (IOException | RuntimeException | Error e) {
            IO.close(channel);
            throw e;
        }
    }

    /** A directory beside the file, so that a link to the file can be made, which nobody else can enter. */
    private static Path privateDirectory(Path path) throws IOException {
        for (int i = 1; ; i++) {
            String name = "." + Integer.toString(ThreadLocalRandom.current().nextInt(NAMES), Character.MAX_RADIX);
            try {
                return Files.createDirectory(
                        path.resolveSibling(name),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException taken) {
                if (i == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static void setOwners(Path socket, Unix address) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(socket, PosixFileAttributeView.class);
        String group = address.group();
        if (group != null) {
            GroupPrincipal principal =
                    socket.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(group);
            view.setGroup(principal);
        }
        view.setPermissions(address.mode());
    }

    /**
     * Gives the socket its name. A link is never made over a file that exists. Without the lock, one of three processes could take the name while
     * another one, which has moved the socket of the third, puts that back.
     */
    private static void publish(Path socket, Path path, Path other) throws IOException {
        for (int i = 1; ; i++) {
            try {
                Files.createLink(path, socket);
                return;
            } catch (FileAlreadyExistsException exists) {
                if (i == ATTEMPTS) {
                    throw exists;
                }
                removeStale(path, other);
            }
        }
    }

    private static void removeStale(Path path, Path other) throws IOException {
        if (!isStale(path)) {
            throw new BindException("Address already in use");
        }
        try {
            Files.move(path, other);
        } catch (NoSuchFileException removed) {
            return;
        }
        if (isStale(other)) { // and not the socket of a process that has started since
            Files.delete(other);
        } else {
            putBack(other, path);
            throw new BindException("Address already in use");
        }
    }

    /** Gives a socket its name again, unless a third process has created a socket of this name since. */
    private static void putBack(Path other, Path path) throws IOException {
        try {
            Files.createLink(path, other);
        } catch (FileAlreadyExistsException taken) {
            // its clients connect to the third process
        }
        Files.delete(other);
    }

    /** Whether no process listens on a socket. */
    private static boolean isStale(Path path) throws IOException {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther()) {
                throw new FileAlreadyExistsException(path.toString());
            }
        } catch (NoSuchFileException removed) {
            return true;
        }
        try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.configureBlocking(false); // if the queue of connections is full, connect would wait
            client.connect(UnixDomainSocketAddress.of(path));
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (SocketException full) {
            return false; // or this process may not connect, and cannot know
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    ServerSocketChannel channel() {
        return channel;
    }

    /** Deletes the file, if it is still that of this process. */
    void remove() {
        try {
            UnixSocketLock lock = UnixSocketLock.of(address.path());
            try {
                if (Objects.equals(key, key(address.path()))) {
                    Files.delete(address.path());
                }
            } finally {
                lock.close();
            }
        } catch (IOException gone) {
            // it was removed, or its directory cannot be written any more
        }
    }
}
