package io.jetalyst.internal.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one exchange. They are deleted when it ends, whatever happens; no file is created afterwards. */
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.uploads");

    private final UploadDirectory directory;
    private final List<Path> files = new ArrayList<>();
    private boolean ended;

    Uploads(UploadDirectory directory) {
        this.directory = directory;
    }

    synchronized Path newFile() throws IOException {
        if (ended) {
            throw new IOException("the exchange has ended");
        }
        Path file = directory.newFile();
        files.add(file);
        return file;
    }

    /** A file could not be written. */
    void failed(IOException failure) {
        directory.failed(failure);
    }

    synchronized boolean isEmpty() {
        return files.isEmpty();
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** The exchange has ended; {@link #delete} may follow on a thread that may block. */
    synchronized void end() {
        ended = true;
    }

    synchronized void delete() {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("An uploaded file could not be deleted: {}", file, e);
            }
        }
        files.clear();
    }
}
