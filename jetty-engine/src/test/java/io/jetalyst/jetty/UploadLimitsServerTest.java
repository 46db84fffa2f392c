package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Limits of a route for its form, its texts and its files. */
@Timeout(120)
class UploadLimitsServerTest extends UploadServer {
    @Test
    void rejectsFileThatIsLongerThanItsField() throws Exception {
        start();

        assertEquals(
                "t | i.png image/png 200000 xxx | b.bin application/octet-stream 10",
                limited(title(), image("x".repeat(LONG)), part(other("b.bin"), "", "y".repeat(10))));
        assertEquals("413 image length", limited(title(), image("x".repeat(LONG + 1))));
        assertEquals("413 image length", limited(image("x".repeat(10 * LONG)), title()));
        assertEquals(
                "413 other length",
                limited(
                        title(),
                        image("x".repeat(LONG)),
                        part(other("a"), "", "1"),
                        part(other("b"), "", "y".repeat(11))));
        Files.delete(kept.resolve("i.png"));
        assertAlive();
    }

    @Test
    void listsOtherMistakesWithFileThatIsTooLong() throws IOException {
        start();

        String answer =
                send("/limited", body(image("x".repeat(LONG + 1)), part(other("b"), "", "y".repeat(20))), "boundary");

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(
                answer.contains(
                        "{\"in\":\"form\",\"name\":\"title\",\"code\":\"required\",\"detail\":\"is missing\"},"
                                + "{\"in\":\"form\",\"name\":\"image\",\"code\":\"length\",\"detail\":\"is longer than 200000 bytes\"},"
                                + "{\"in\":\"form\",\"name\":\"other\",\"code\":\"length\",\"detail\":\"is longer than 10 bytes\"}"),
                answer);
    }

    @Test
    void readsTextsUpToTheLimitOfTheRoute() throws IOException {
        start();

        String text = "x".repeat(2_000_000);
        assertEquals(text + " |  | ", result(send("/long-texts", body(longTitle(text)), "boundary")));
        assertEquals("413 ", result(send("/texts", body(longTitle(text)), "boundary")));
        assertEquals("413 ", result(send("/upload", body(longTitle(text), image("1")), "boundary")));
        assertEquals(text + " | i.png image/png 1 1 | ", limited(longTitle(text), image("1")));
    }

    @Test
    void keepsTextsOfRouteWithFilesInTheLimitOfUploads() throws IOException {
        start("--server.max-upload=2000000");

        assertEquals("413 ", limited(longTitle("x".repeat(2_500_000)), image("1")));
    }

    @Test
    void takesMalformedMediaTypeOfPartForNone() throws IOException {
        start();

        for (String type : new String[] {"<script>", "text/html/x", "*/*", " "}) {
            assertEquals(
                    "t | a application/octet-stream 1 1 | ",
                    upload(title(), part("form-data; name=\"image\"; filename=\"a\"", type, "1")));
        }
    }

    @Test
    void rejectsTextInAnotherCharset() throws IOException {
        start();

        assertEquals("t", texts("text/plain; charset=us-ascii"));
        assertEquals("t", texts("text/plain; charset=\"UTF-8\""));
        assertEquals("400 title encoding", texts("text/plain; charset=iso-8859-1"));
        assertEquals("400 title encoding", texts("text/plain; charset=unknown"));
    }

    private String texts(String type) throws IOException {
        String answer = result(send("/texts", body(part("form-data; name=\"title\"", type, "t")), "boundary"));
        return answer.replace(" |  | ", "");
    }

    private static String longTitle(String text) {
        return part("form-data; name=\"title\"", "", text);
    }

    private String limited(String... parts) throws IOException {
        return result(send("/limited", body(parts), "boundary"));
    }
}
