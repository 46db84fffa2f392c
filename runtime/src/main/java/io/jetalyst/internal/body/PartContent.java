package io.jetalyst.internal.body;

import io.jetalyst.body.UploadedFile;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The content of the current part of a form. */
final class PartContent {
    /** The length up to which the content of a file is in memory. */
    static final int MAX_IN_MEMORY = 64 * 1024;

    /** The bytes of files that one form may have in memory. */
    static final int MAX_ALL_IN_MEMORY = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.uploads");

    private final Uploads uploads;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private @Nullable Path path;
    private long written;
    private long kept;

    PartContent(Uploads uploads) {
        this.uploads = uploads;
    }

    boolean mayWrite(int bytes) {
        return channel != null
                || memory.size() + bytes > MAX_IN_MEMORY
                || kept + memory.size() + bytes > MAX_ALL_IN_MEMORY;
    }

    void addText(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        memory.writeBytes(copy);
    }

    void add(ByteBuffer bytes) throws IOException {
        if (uploads.isEnded()) {
            throw new IOException("the exchange has ended");
        }
        FileChannel open = channel;
        if (open == null && !mayWrite(bytes.remaining())) {
            addText(bytes);
            return;
        }
        if (open == null) {
            Path file = uploads.newFile();
            open = FileChannel.open(file, StandardOpenOption.WRITE);
            path = file;
            channel = open;
            write(open, ByteBuffer.wrap(take()));
        }
        write(open, bytes);
    }

    private void write(FileChannel open, ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
    }

    /** The bytes of complete files in memory. */
    long kept() {
        return kept;
    }

    boolean isEmpty() {
        return channel == null && memory.size() == 0;
    }

    /** The content, which is in memory. */
    byte[] take() {
        byte[] bytes = memory.toByteArray();
        memory.reset();
        return bytes;
    }

    UploadedFile takeFile(String name, String mediaType) throws IOException {
        FileChannel open = channel;
        Path file = path;
        if (open == null || file == null) {
            byte[] bytes = take();
            kept += bytes.length;
            return UploadedFile.of(name, mediaType, bytes);
        }
        channel = null;
        open.close();
        StoredFile stored = new StoredFile(name, mediaType, written, file);
        written = 0;
        return stored;
    }

    /** Forgets the content so far. Its file is deleted when the exchange ends. */
    void drop() throws IOException {
        memory.reset();
        FileChannel open = channel;
        if (open != null) {
            open.truncate(0);
            close();
            written = 0;
        }
    }

    /** Closes the file, and drops the bytes in memory. */
    void abort() {
        memory = new ByteArrayOutputStream(0);
        close();
    }

    private void close() {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("An uploaded file could not be closed", e);
            }
        }
    }

    /** The disk may be full, or the directory may not be writable (RFC 4918 §11.5). */
    HttpProblem failed(IOException failure) {
        uploads.failed(failure);
        return HttpProblem.of(Status.INSUFFICIENT_STORAGE, "The server cannot store the file.");
    }
}
