package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files that are malformed or too long, as a client of the real server sends them. */
@Timeout(120)
class BrokenUploadServerTest extends UploadServer {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form-data; filename=\"a\"                | 400 required",
                "form-data; name=\"\"                     | 400 required",
                "attachment; name=\"a\"                   | 400 encoding",
                "form-data; name=\"a                      | 400 encoding",
                "form-data; name=\"a\"; name=\"b\"        | 400 encoding",
                "form-data; name=\"a\"x                   | 400 encoding",
                "form-data; name                          | 400 encoding",
            })
    void rejectsMalformedDisposition(String disposition, String expected) throws IOException {
        start();

        assertEquals(expected, upload(title(), image("x".repeat(LONG)), part(disposition, "", "1")));
        assertAlive();
    }

    @Test
    void rejectsBrokenForms() throws IOException {
        start();
        String valid = new String(body(title(), image("x".repeat(LONG))), StandardCharsets.UTF_8);

        assertEquals("400 encoding ends before its last boundary", broken(valid.replace("--boundary--", "--boundary")));
        assertEquals("400 encoding ends before its last boundary", broken(valid.substring(0, valid.length() - 30)));
        assertEquals("400 encoding ends before its last boundary", broken("nothing at all"));
        assertEquals("400 encoding is not valid multipart/form-data", broken(valid.replace("\r\n", "\n")));
        assertEquals(
                "400 encoding is not valid multipart/form-data", broken(valid.replace("Content-Disp", "Content Disp")));
        assertEquals("400 required has a part without a name", broken(valid.replace("Content-Disposition", "X-Y")));
        assertEquals(
                "400 encoding has a part whose header is longer than 8192 bytes",
                broken(valid.replace(
                        "Content-Type: image", "X-Long: " + "l".repeat(100_000) + "\r\nContent-Type: image")));
        assertEquals(
                "400 count has more than 1000 fields",
                upload(Stream.generate(UploadServerTest::title).limit(10_000).toArray(String[]::new))
                        + " has more than 1000 fields");
        assertEquals(
                "400 title encoding has parts of its own, which RFC 7578 does not allow",
                broken(valid.replace(
                        "name=\"title\"", "name=\"title\"\r\nContent-Type: multipart/mixed; boundary=inner")));
        assertEquals(
                "400 title encoding has a Content-Transfer-Encoding, which RFC 7578 does not allow",
                broken(valid.replace("name=\"title\"", "name=\"title\"\r\nContent-Transfer-Encoding: base64")));
        assertAlive();
    }

    @Test
    void rejectsTextThatIsNotUtf8() throws IOException {
        start();
        byte[] form = new String(body(part("form-data; name=\"title\"", "", "Zürich")), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.ISO_8859_1);

        assertEquals("400 title encoding", result(send("/upload", form, "boundary")));
        assertAlive();
    }

    @Test
    void rejectsSeveralBoundaries() throws IOException {
        start();

        String answer = send("/upload", body(title()), "boundary; boundary=other");

        assertEquals("415 ", result(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "bound<ary",
                "b1234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void rejectsMissingOrInvalidBoundary(String boundary) throws IOException {
        start();

        String answer = send("/upload", body(title()), boundary);

        assertEquals("400 encoding", result(answer));
        assertTrue(answer.contains("The form has no valid boundary in its Content-Type."), answer);
    }

    @Test
    void rejectsFormBeyondTheLimits() throws IOException {
        start("--server.max-upload=300KiB", "--server.max-body=100KiB");
        String chunk = "x".repeat(LONG);

        assertEquals(
                "413",
                result(send("/upload", body(title(), image(chunk), image(chunk)), "boundary"))
                        .trim());
        assertEquals(
                "413",
                result(send("/upload", body(image("1"), part("form-data; name=\"title\"", "", chunk)), "boundary"))
                        .trim());
        assertEquals(
                "413",
                result(send("/texts", body(title(), image(chunk)), "boundary")).trim());
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST /upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                    + "Content-Type: multipart/form-data; boundary=boundary\r\n\r\n");
            byte[] form = body(title(), image(chunk), image(chunk));
            raw.write(Integer.toHexString(form.length) + "\r\n");
            raw.write(form);
            raw.write("\r\n0\r\n\r\n");
            assertEquals("413", result(all(raw)).trim());
        }
        assertAlive();
    }
}
