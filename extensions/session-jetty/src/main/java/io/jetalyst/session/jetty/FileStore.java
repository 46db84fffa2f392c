package io.jetalyst.session.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.jetty.session.FileSessionDataStore;

/** Jetty's store of sessions in files, in a directory that only the user of the process can read. */
final class FileStore extends FileSessionDataStore {
    private final Path directory;

    FileStore(Path directory) {
        this.directory = directory;
        setStoreDir(directory.toFile());
    }

    @Override
    public void initializeStore() throws Exception {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, ownerOnly());
        }
        Files.delete(Files.createTempFile(directory, "writable", "")); // now, and not when the first user signs in
        super.initializeStore();
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The number of sessions in the directory. */
    long size() {
        return _sessionFileMap.size();
    }

    @Override
    protected ObjectInputStream newObjectInputStream(InputStream in) throws IOException {
        return StoredTexts.read(in);
    }
}
