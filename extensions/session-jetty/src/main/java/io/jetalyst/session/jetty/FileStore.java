package io.jetalyst.session.jetty;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.session.FileSessionDataStore;
import org.eclipse.jetty.session.SessionData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty's store of sessions in files, in a directory that only the user of the process can read. */
final class FileStore extends FileSessionDataStore implements RenamingStore {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.session");

    /** The beginning of the names of files that are not complete. */
    private static final String INCOMPLETE = "writing-";

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

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
        requireOwnerOnly();
        Files.delete(
                Files.createTempFile(directory, INCOMPLETE, "")); // fails now, and not when the first user signs in
        removeIncomplete();
        super.initializeStore();
    }

    /** Removes the incomplete files of a process that was killed while it wrote. */
    private void removeIncomplete() throws IOException {
        try (DirectoryStream<Path> incomplete = Files.newDirectoryStream(directory, INCOMPLETE + "*")) {
            for (Path file : incomplete) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The names of the files have the ids of the sessions, and a person who can write files can make any session. */
    private void requireOwnerOnly() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OF_OTHERS::contains)) {
            throw new IOException(
                    "other users of this machine can read or change it, and so use the sessions of others."
                            + " Run chmod 700, or name a directory that does not exist: the server creates it.");
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Replaces the file of a session when the new one is complete. Jetty's own method removes the old file first, and with a full disk it cannot write
     * another one.
     */
    @Override
    public void doStore(String id, SessionData data, long lastSaved) throws Exception {
        Path written = Files.createTempFile(directory, INCOMPLETE, "");
        String name = getIdWithContextAndExpiry(data);
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                save(out, id, data);
            }
            Files.move(written, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        String before = _sessionFileMap.put(getIdWithContext(id), name);
        if (before != null && !before.equals(name)) {
            deleteFile(before);
        }
    }

    @Override
    public void rename(String oldId, SessionData data) throws Exception {
        String newId = data.getId();
        data.setLastSaved(System.currentTimeMillis());
        doStore(newId, data, 0);
        boolean isRemoved = false;
        try {
            delete(oldId);
            isRemoved = true;
        } finally {
            if (!isRemoved) {
                delete(newId);
            }
        }
        data.clean();
    }

    /** Jetty's own method forgets the file before it is deleted. If that fails, a second attempt would succeed, and the session would be there after a restart. */
    @Override
    public boolean delete(String id) throws Exception {
        String key = getIdWithContext(id);
        String file = _sessionFileMap.get(key);
        boolean isDeleted = file != null && deleteFile(file);
        _sessionFileMap.remove(key);
        return isDeleted;
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
