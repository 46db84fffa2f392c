package io.jetalyst.internal.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to a file ({@code O_APPEND}), and opens it anew when it was renamed or removed. So logrotate needs neither a signal nor
 * {@code copytruncate}, which works as well. Used by one thread.
 */
final class LogFile extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.access");
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path path;
    private OutputStream out;
    /** The identity of the open file; {@code null} where the file system has none. */
    private @Nullable Object key;

    private long checkedAt = System.nanoTime();

    LogFile(Path path) throws IOException {
        this.path = path;
        this.out = open(path);
        this.key = key();
    }

    private static OutputStream open(Path path) throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private @Nullable Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long now = System.nanoTime();
        if (now - checkedAt > CHECK_NANOS) {
            checkedAt = now;
            try {
                reopenIfMoved();
            } catch (IOException e) {
                LOG.warn("The access log cannot open its file anew, and appends to the renamed one: {}", e.toString());
            }
        }
        out.write(bytes, offset, length);
    }

    private void reopenIfMoved() throws IOException {
        boolean moved;
        try {
            moved = !Objects.equals(key, key());
        } catch (NoSuchFileException removed) {
            moved = true;
        }
        if (moved) {
            OutputStream next = open(path);
            OutputStream before = out;
            out = next;
            key = key();
            before.close();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
