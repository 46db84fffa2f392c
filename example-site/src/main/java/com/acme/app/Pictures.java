package com.acme.app;

import io.jetalyst.body.UploadedFile;
import io.jetalyst.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Pictures that administrators upload. */
final class Pictures {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");

    private final Path folder;

    Pictures(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isPng(UploadedFile file) throws IOException {
        try (InputStream content = file.open()) {
            return Arrays.equals(content.readNBytes(PNG.length), PNG);
        }
    }

    /** The name of the client is in no path. */
    UUID save(UploadedFile file) throws IOException {
        UUID id = UUID.randomUUID();
        file.moveTo(folder.resolve(id + ".png"));
        return id;
    }

    Response show(UUID id) {
        return Response.file(folder, id + ".png").header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
