package io.jetalyst.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A file that a client has uploaded in a form. Its content is in memory up to 64 KiB, and beyond that in a private file, which the framework
 * deletes at the end of the exchange, when the response is sent or the client has gone. Keep a file with {@link #moveTo}.
 *
 * <pre>{@code
 * @Post("/{article}/image")
 * void image(long article, @FormParam UploadedFile image) throws IOException {
 *     image.moveTo(images.resolve(article + ".jpg"));
 * }
 * }</pre>
 */
public interface UploadedFile {
    /** A file with this content, for tests of controllers. */
    static UploadedFile of(String name, String mediaType, byte[] content) {
        return new FileInMemory(name, mediaType, content.clone());
    }

    /**
     * The name that the client gave, made safe: without directories, control characters and leading dots, at most 200 characters long, never
     * empty. Two files may have the same name.
     */
    String name();

    /** The media type that the client declared, in lower case and without parameters; {@code application/octet-stream} if it declared none. Nobody has checked it. */
    String mediaType();

    /** The length of the content in bytes. */
    long size();

    /**
     * Opens the content; the caller closes the stream. Each call begins at the first byte.
     *
     * @throws IOException if the file cannot be opened, or the exchange has ended
     */
    InputStream open() throws IOException;

    /**
     * The whole content.
     *
     * @param maxBytes the longest content to read
     * @throws io.jetalyst.http.HttpProblem 413 if the content is longer
     */
    byte[] bytes(int maxBytes) throws IOException;

    /**
     * Moves the content to a file that does not exist, which only the user of this process may read and write. Later calls of {@link #open} read
     * that file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the target exists
     */
    void moveTo(Path target) throws IOException;
}
