package io.jetalyst.internal.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of uploaded files: one for each application, which only the user of this process may read (0700). It is created for the first long
 * file in the temporary directory of the JDK, and deleted when the application stops.
 */
public final class UploadDirectory implements AutoCloseable {
    private final @Nullable Path parent;
    private @Nullable Path directory;
    private boolean closed;

    /** A directory in the temporary directory of the JDK. */
    public UploadDirectory() {
        this.parent = null;
    }

    /** A directory in another one. */
    UploadDirectory(Path parent) {
        this.parent = parent;
    }

    /** Creates an empty file with a random name. */
    synchronized Path newFile() throws IOException {
        if (closed) {
            throw new IOException("the application has stopped");
        }
        Path existing = directory;
        if (existing != null) {
            try {
                return Files.createTempFile(existing, "", "");
            } catch (NoSuchFileException cleaned) {
                // Some systems remove old directories from the temporary one.
            }
        }
        Path created = parent == null
                ? Files.createTempDirectory("jetalyst-uploads-")
                : Files.createTempDirectory(parent, "jetalyst-uploads-");
        directory = created;
        return Files.createTempFile(created, "", "");
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        Path existing = directory;
        directory = null;
        if (existing == null || !Files.exists(existing)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(existing)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(existing);
    }
}
