package io.jetalyst.body;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A short file. */
record FileInMemory(String name, String mediaType, byte[] content) implements UploadedFile {
    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public byte[] bytes(int maxBytes) {
        if (content.length > maxBytes) {
            throw HttpProblem.of(Status.CONTENT_TOO_LARGE, "The file is longer than " + maxBytes + " bytes.");
        }
        return content.clone();
    }

    @Override
    public void moveTo(Path target) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                && target.getFileSystem().equals(FileSystems.getDefault());
        Files.createFile(
                target,
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0]);
        Files.write(target, content);
    }
}
