package io.jetalyst.internal.body;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import io.jetalyst.internal.log.RepeatedLine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of uploaded files: one for each application, which only the user of this process may read (0700). It is created for the first long
 * file in the temporary directory of the JDK, and deleted when the application stops. A killed process leaves it behind. The process has locked a
 * file in it, and the operating system releases that lock, so the next application to start finds the directory and deletes it.
 */
public final class UploadDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.uploads");
    private static final String PREFIX = "jetalyst-uploads-";
    private static final String LOCK = "lock";

    private final Path parent;
    private final Rejections rejections;
    private final RepeatedLine failed = new RepeatedLine();
    private @Nullable Path directory;
    private @Nullable FileChannel lock;
    private boolean closed;

    /** A directory in the temporary directory of the JDK. */
    public UploadDirectory() {
        this(new Rejections());
    }

    /** @param rejections counts the files that could not be written */
    public UploadDirectory(Rejections rejections) {
        this(Path.of(System.getProperty("java.io.tmpdir")), rejections);
    }

    /** A directory in another one. */
    UploadDirectory(Path parent) {
        this(parent, new Rejections());
    }

    private UploadDirectory(Path parent, Rejections rejections) {
        this.parent = parent;
        this.rejections = rejections;
    }

    /** A file could not be written: the disk may be full, which all uploads find then. */
    void failed(IOException failure) {
        rejections.add(ServerLimit.UPLOAD_SPACE);
        failed.write(more -> LOG.error("An uploaded file could not be written{}", more, failure));
    }

    /** Deletes the directories of processes of this user that have ended without doing so. */
    public void removeAbandoned() {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path each : directories) {
                removeIfAbandoned(each);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be searched for abandoned uploads", parent, e);
        }
    }

    private static void removeIfAbandoned(Path directory) {
        try {
            if (!isOurs(directory)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(
                            directory.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                    FileLock released = channel.tryLock()) {
                if (released != null) {
                    delete(directory);
                    LOG.info("Deleted {}, the uploads of a process that has ended", directory);
                }
            }
        } catch (OverlappingFileLockException inUse) {
            // by another application of this process
        } catch (IOException e) {
            LOG.debug("{} cannot be deleted", directory, e); // such as one that is being created, and has no lock yet
        }
    }

    private static boolean isOurs(Path directory) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS)
                        .getName()
                        .equals(System.getProperty("user.name"));
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(directory)) {
            files = list.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
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
        return Files.createTempFile(create(), "", "");
    }

    private Path create() throws IOException {
        unlock();
        Path created = Files.createTempDirectory(parent, PREFIX);
        directory = created;
        FileChannel channel =
                FileChannel.open(created.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock = channel;
        channel.tryLock();
        return created;
    }

    private void unlock() throws IOException {
        FileChannel held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        Path existing = directory;
        directory = null;
        if (existing != null && Files.exists(existing)) {
            delete(existing);
        }
        unlock();
    }
}
