package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms with files, as a client of the real server sends them. */
@Timeout(120)
class UploadServerTest extends UploadServer {
    @Test
    void readsTextsAndFiles() throws IOException {
        start();

        String answer = upload(
                part("form-data; name=\"title\"", "", "Zürich & more"),
                part("form-data; name=\"image\"; filename=\"lake.jpg\"", "Image/JPEG; q=1", "abc"),
                part("form-data; name=other; filename=a.txt", "text/plain", ""),
                part("form-data; name=\"other\"; filename=\"b.txt\"", "", "12345"));

        assertEquals(
                "Zürich & more | lake.jpg image/jpeg 3 abc | a.txt text/plain 0, b.txt application/octet-stream 5",
                answer);
    }

    @Test
    void storesLongFileInPrivateFile() throws Exception {
        start();

        String answer = upload(title(), image("x".repeat(LONG)), part(other("b.bin"), "", "y".repeat(LONG)));

        assertEquals("t | i.png image/png 200000 xxx | b.bin application/octet-stream 200000", answer);
        Path moved = kept.resolve("i.png");
        assertEquals("x".repeat(LONG), Files.readString(moved));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(moved)));
        Path directory = directories().get(0);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }

    @Test
    void readsFormThatArrivesByteByByte() throws IOException {
        start();
        byte[] body = body(title(), image("\r\n--boundar"));
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(head("/upload", body.length, "boundary"));
            for (byte one : body) {
                raw.write(new byte[] {one});
            }
            assertEquals("t | i.png image/png 11 \r\n- | ", content(all(raw)));
        }
    }

    @Test
    void countsFileThatTheUserHasNotChosenAsMissing() throws IOException {
        start();

        assertEquals("400 image required", upload(title(), part("form-data; name=\"image\"; filename=\"\"", "", "")));
    }

    @Test
    void rejectsTextInPlaceOfFile() throws IOException {
        start();

        assertEquals("400 image type", upload(title(), part("form-data; name=\"image\"", "", "lake.jpg")));
    }

    @ParameterizedTest
    @CsvSource({
        "../../x, x",
        "..\\..\\x.txt, x.txt",
        "C:\\Users\\ann\\x.txt, x.txt",
        "/etc/passwd, passwd",
        ".htaccess, htaccess",
        "..., file",
        "dir/, file",
        "a<b>|c?.txt, a_b__c_.txt",
        "a\u202Etxt.exe, a_txt.exe",
        "ä.txt, ä.txt",
    })
    void makesNameSafe(String name, String safe) throws IOException {
        start();

        String answer = upload(title(), part("form-data; name=\"image\"; filename=\"" + name + "\"", "", "1"));

        assertEquals("t | " + safe + " application/octet-stream 1 1 | ", answer);
    }

    @Test
    void cutsLongName() throws IOException {
        start();

        String answer =
                upload(title(), part("form-data; name=\"image\"; filename=\"" + "n".repeat(3000) + ".jpeg\"", "", "1"));

        assertEquals("t | " + "n".repeat(195) + ".jpeg application/octet-stream 1 1 | ", answer);
    }

    @Test
    void deletesFilesOfClientThatGoesAway() throws Exception {
        start();
        for (int i = 0; i < 20; i++) {
            try (RawSocket raw = new RawSocket(app.port())) {
                raw.write(head("/upload", 10 * LONG, "boundary"));
                raw.write(Arrays.copyOf(body(title(), image("x".repeat(LONG))), LONG));
            }
        }
        awaitNoFiles();
        assertAlive();
    }

    @Test
    void answers408ToFormThatStalls() throws Exception {
        start("--server.body-timeout=2s");
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(head("/upload", LONG, "boundary") + title());

            assertEquals("408", all(raw).substring(9, 12));
        }
        assertAlive();
    }

    @Test
    void deletesFilesOfRequestWhoseHandlerIsLate() throws Exception {
        start("--server.answer-timeout=300ms");

        assertEquals(
                "503",
                send("/slow", body(title(), image("x".repeat(LONG))), "boundary")
                        .substring(9, 12));
        awaitNoFiles();
    }

    @Test
    void deletesFilesOfHandlerThatFails() throws Exception {
        start();

        assertEquals(
                "500",
                send("/failing", body(title(), image("x".repeat(LONG))), "boundary")
                        .substring(9, 12));
    }
}
