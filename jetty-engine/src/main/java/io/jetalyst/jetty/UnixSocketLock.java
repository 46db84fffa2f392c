package io.jetalyst.jetty;

import java.io.IOException;
import java.net.BindException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/**
 * The right to give the name of a UNIX socket to a file, or to take it away: one process at a time has it. It is a lock of a file beside the
 * socket, which exists only meanwhile. The system releases the lock of a process that ends, and the next process uses the file that it has
 * left.
 */
final class UnixSocketLock implements AutoCloseable {
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_MILLIS = 2;
    private static final int TOKEN_BYTES = 36;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The system knows locks of processes only, and releases those of a file when the process closes any descriptor of that file. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path path;
    private final FileChannel channel;
    /** Reads the same file; closed with the lock, because closing it releases the lock. */
    private final SeekableByteChannel reader;

    private UnixSocketLock(Path path, FileChannel channel, SeekableByteChannel reader) {
        this.path = path;
        this.channel = channel;
        this.reader = reader;
    }

    /**
     * Waits for the right.
     *
     * @throws BindException if another process or thread does not release it within 10 seconds
     * @throws IOException if this process may not create a file beside the socket
     */
    static UnixSocketLock of(Path socket) throws IOException {
        Path path = socket.resolveSibling("." + socket.getFileName() + ".lock");
        boolean locked = false;
        try {
            if (!THREADS.tryLock(MAX_WAIT_NANOS, TimeUnit.NANOSECONDS)) {
                throw new BindException("Another thread keeps the lock " + path);
            }
            UnixSocketLock lock = await(path);
            locked = true;
            return lock;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BindException("Interrupted");
        } finally {
            if (!locked && THREADS.isHeldByCurrentThread()) {
                THREADS.unlock();
            }
        }
    }

    private static UnixSocketLock await(Path path) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < MAX_WAIT_NANOS) {
            UnixSocketLock lock = tryLock(path);
            if (lock != null) {
                return lock;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new BindException("Another process keeps the lock " + path);
    }

    /** {@code null} if another process has the lock, or has removed the file in this moment. */
    private static @Nullable UnixSocketLock tryLock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OWNER_ONLY);
        SeekableByteChannel reader = null;
        boolean locked = false;
        try {
            if (channel.size() > TOKEN_BYTES) {
                throw new FileAlreadyExistsException(path.toString());
            }
            if (channel.tryLock() == null) {
                return null;
            }
            reader = Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            locked = isSameFile(channel, reader);
            return locked ? new UnixSocketLock(path, channel, reader) : null;
        } catch (NoSuchFileException removed) {
            return null;
        } finally {
            if (!locked) {
                IO.close(reader);
                IO.close(channel);
            }
        }
    }

    /** Whether the path still leads to the file that is locked. The process that had the lock before may have removed it. */
    private static boolean isSameFile(FileChannel locked, SeekableByteChannel reader) throws IOException {
        ByteBuffer token = StandardCharsets.US_ASCII.encode(UUID.randomUUID().toString());
        locked.write(token.duplicate(), 0);
        ByteBuffer found = ByteBuffer.allocate(TOKEN_BYTES);
        reader.read(found);
        return found.flip().equals(token);
    }

    /** Removes the file while this process has the lock, so no process removes the file of another one. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(path);
        } finally {
            IO.close(reader);
            IO.close(channel);
            THREADS.unlock();
        }
    }
}
