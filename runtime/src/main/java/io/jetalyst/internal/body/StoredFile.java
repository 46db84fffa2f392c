package io.jetalyst.internal.body;

import io.jetalyst.body.UploadedFile;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose content is in the directory of uploads, until it is moved or the exchange ends. */
final class StoredFile implements UploadedFile {
    private final String name;
    private final String mediaType;
    private final long size;
    private volatile Path path;

    StoredFile(String name, String mediaType, long size, Path path) {
        this.name = name;
        this.mediaType = mediaType;
        this.size = size;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public byte[] bytes(int maxBytes) throws IOException {
        if (size > maxBytes) {
            throw HttpProblem.of(Status.CONTENT_TOO_LARGE, "The file is longer than " + maxBytes + " bytes.");
        }
        return Files.readAllBytes(path);
    }

    @Override
    public void moveTo(Path target) throws IOException {
        Files.move(path, target);
        path = target;
    }
}
