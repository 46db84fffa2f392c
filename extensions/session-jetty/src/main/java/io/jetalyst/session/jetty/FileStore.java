package io.jetalyst.session.jetty;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.session.FileSessionDataStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty's store of sessions in files, in a directory that only the user of the process can read. */
final class FileStore extends FileSessionDataStore {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.session");

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

    /** The ids of the sessions whose text of this name fulfils the condition. Reads all files. */
    Set<String> find(String name, Predicate<String> condition) {
        Set<String> found = new HashSet<>();
        for (String file : List.copyOf(_sessionFileMap.values())) {
            String id = getIdFromFilename(file);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(directory.resolve(file)))) {
                if (StoredTexts.has(load(in, id), name, condition)) {
                    found.add(id);
                }
            } catch (Exception e) { // the session has ended meanwhile, or the file is damaged: its next request ends it
                LOG.debug("A file of a session was not read: {}", e.getClass().getName()); // the message has the id
            }
        }
        return found;
    }

    @Override
    protected ObjectInputStream newObjectInputStream(InputStream in) throws IOException {
        return StoredTexts.read(in);
    }
}
