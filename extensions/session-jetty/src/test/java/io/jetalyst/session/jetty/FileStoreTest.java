package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.config.StartupException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest extends StoredContract {
    @TempDir
    private Path temporary;

    @Override
    Stream<String> settings() {
        return Stream.of("--session.store=files", "--session.directory=" + directory());
    }

    private Path directory() {
        return temporary.resolve("sessions");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.toList();
        }
    }

    @Test
    void writesEachSessionIntoFileForOwnerOnly() throws IOException {
        try (RunningApp app = start()) {
            new Browser().post(app.uri(), "/sign-in", "user", "ada");
            assertEquals(1, files().size());
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())));
        }
    }

    /** The names of the files have the ids of the sessions. */
    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxr-x---", "rwx-w----", "rwx----w-"})
    void refusesDirectoryThatOtherUsersCanReadOrWrite(String permissions) throws IOException {
        Files.createDirectory(directory());
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString(permissions));
        StartupException refused = assertThrows(StartupException.class, this::start);
        assertEquals(
                "The sessions cannot be stored in the directory " + directory()
                        + ": other users of this machine can read or change it, and so use the sessions of others."
                        + " Run chmod 700, or name a directory that does not exist: the server creates it.",
                refused.getMessage());
    }

    @Test
    void usesDirectoryOfItsUser() throws IOException {
        Files.createDirectory(directory());
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwx--x--x"));
        start().close();
    }

    @Test
    void removesFileAtSignOut() throws IOException {
        try (RunningApp app = start()) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            ada.post(app.uri(), "/sign-out", "", "");
            assertEquals(List.of(), files());
        }
    }

    @Test
    void countsFileThatWasDeletedAsEndedSession() throws IOException {
        Browser ada = new Browser();
        try (RunningApp app = start()) {
            ada.post(app.uri(), "/sign-in", "user", "ada");
        }
        try (RunningApp app = start()) {
            for (Path file : files()) {
                Files.delete(file);
            }
            assertEquals("nobody", ada.get(app.uri(), "/user"));
            ada.post(app.uri(), "/sign-in", "user", "ada");
            assertEquals("ada", ada.get(app.uri(), "/user"));
        }
    }

    @Test
    void countsUnreadableFileAsEndedSession() throws IOException {
        Browser ada = new Browser();
        try (RunningApp app = start()) {
            ada.post(app.uri(), "/sign-in", "user", "ada");
        }
        for (Path file : files()) {
            Files.writeString(file, "no session");
        }
        try (RunningApp app = start()) {
            assertEquals("nobody", ada.get(app.uri(), "/user"));
            ada.post(app.uri(), "/sign-in", "user", "eve");
            assertEquals("eve", ada.get(app.uri(), "/user"));
        }
    }

    @Test
    void keepsSessionWhoseFileCannotBeDeleted() throws IOException {
        Browser ada = new Browser();
        try (RunningApp app = start()) {
            ada.post(app.uri(), "/sign-in", "user", "ada");
            Browser copy = new Browser(ada.cookie());
            Path file = files().get(0);
            byte[] stored = Files.readAllBytes(file);
            Files.delete(file);
            Path inside = Files.createDirectory(file).resolve("inside");
            Files.createFile(inside);
            assertEquals(503, copy.post(app.uri(), "/sign-out", "", "").statusCode());
            Files.delete(inside);
            Files.delete(file);
            Files.write(file, stored);
            assertEquals(204, ada.post(app.uri(), "/sign-out", "", "").statusCode());
            assertEquals(List.of(), files());
        }
    }

    /** An attacker who can write files gets no object created: the class of the list is not that of a text. */
    @Test
    void createsNoObjectsOfOtherClasses() throws Exception {
        Browser ada = new Browser();
        try (RunningApp app = start()) {
            ada.post(app.uri(), "/sign-in", "user", "ada");
        }
        Path file = files().get(0);
        byte[] stored = Files.readAllBytes(file);
        int attributes = indexOf(stored, new byte[] {(byte) 0xAC, (byte) 0xED});
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(stored, 0, attributes);
            try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
                objects.writeObject(1);
                objects.writeUTF("user");
                objects.writeBoolean(true);
                objects.writeObject(new ArrayList<>(List.of("ada")));
            }
        }
        try (RunningApp app = start()) {
            assertEquals("nobody", ada.get(app.uri(), "/user"));
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (bytes[i] == part[0] && bytes[i + 1] == part[1]) {
                return i;
            }
        }
        throw new AssertionError("no serialized objects");
    }

    @Test
    void refusesToStartWithoutDirectory() throws IOException {
        Files.writeString(directory(), "a file");
        StartupException refused = assertThrows(StartupException.class, this::start);
        assertTrue(
                refused.getMessage().startsWith("The sessions cannot be stored in the directory " + directory() + ": "),
                refused.getMessage());
    }

    @Test
    void refusesFurtherSessions() {
        try (RunningApp app = start("--session.max-sessions=1")) {
            new Browser().post(app.uri(), "/sign-in", "user", "ada");
            assertEquals(
                    503,
                    new Browser().post(app.uri(), "/sign-in", "user", "eve").statusCode());
        }
    }
}
