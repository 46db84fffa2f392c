package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Routes that differ by media types, and results that are bytes. */
class MediaTypesTest {
    @TempDir
    static Path folder;

    @RegisterExtension
    final TestApp app = TestApp.of(args -> Web.app(folder, args));

    @BeforeAll
    static void create() throws IOException {
        Files.createDirectories(folder.resolve("2026"));
        Files.writeString(folder.resolve("2026/a.txt"), "0123456789");
    }

    @Test
    void choosesTheRouteByAccept(TestHttp http) {
        assertType("text/html;charset=utf-8", http.get("/reports").expect(200));
        assertType(
                "text/html;charset=utf-8",
                http.get("/reports", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8")
                        .expect(200));
        assertType(
                "text/csv;charset=utf-8",
                http.get("/reports", "Accept", "text/csv").expect(200));
        assertType(
                "application/json",
                http.get("/reports", "Accept", "application/json").expect(200));
        assertType(
                "application/json",
                http.get("/reports", "Accept", "text/*;q=0.5, application/*;q=0.6")
                        .expect(200));
        assertType(
                "text/csv;charset=utf-8",
                http.head("/reports", "Accept", "text/html;q=0, text/csv").expect(200));
    }

    private static void assertType(String type, TestResponse response) {
        assertEquals(type, response.header("Content-Type"));
        assertEquals(List.of("Accept"), response.headers().allValues("Vary"));
    }

    @Test
    void refusesWhatTheClientDoesNotAccept(TestHttp http) {
        TestResponse response = http.get("/reports", "Accept", "image/png").expect(406);
        assertEquals("application/problem+json", response.header("Content-Type"));
        assertEquals(
                "The resource is available as text/html or text/csv or application/json.",
                response.problem().detail());
        assertTrue(response.headers().allValues("Vary").contains("Accept"));
        http.get("/reports/greeting", "Accept", "application/json").expect(406);
        http.get("/reports/greeting", "Accept", "*/*, text/plain;q=0, text/markdown;q=0")
                .expect(406);
        http.get("/reports/logo", "Accept", "application/octet-stream").expect(406);
        http.get("/reports/stream", "Accept", "text/plain").expect(406);
        http.get("/articles/7", "Accept", "text/html").expect(406);
        http.get("/prices?count=1", "Accept", "text/html").expect(406);
        http.get("/prices/events", "Accept", "application/json").expect(406);
    }

    @Test
    void sendsTheTextInTheMediaTypeThatTheClientPrefers(TestHttp http) {
        assertType("text/plain;charset=utf-8", http.get("/reports/greeting").expect(200));
        assertType(
                "text/markdown;charset=utf-8",
                http.get("/reports/greeting", "Accept", "text/plain;q=0.2, text/markdown")
                        .expect(200));
    }

    @Test
    void choosesTheRouteByContentType(TestHttp http) {
        assertEquals(
                "2 rows",
                http.post("/reports", "a\nb", "Content-Type", "Text/CSV; charset=utf-8")
                        .expect(200)
                        .body());
        assertEquals(
                "1 articles",
                http.post("/reports", List.of(new Article(1, "One", 1)), "Content-Type", "application/json")
                        .expect(200)
                        .body());
        TestResponse refused =
                http.post("/reports", "<a/>", "Content-Type", "application/xml").expect(415);
        assertEquals("text/csv, application/json, application/*+json", refused.header("Accept"));
        http.post("/reports", "a", "Content-Type", "text/csv", "Accept", "application/json")
                .expect(406);
    }

    @Test
    void sendsBytesAndStreams(TestHttp http) {
        TestResponse logo = http.get("/reports/logo").expect(200);
        assertEquals("image/png", logo.header("Content-Type"));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, logo.bytes());
        TestResponse stream = http.get("/reports/stream").expect(202);
        assertEquals("application/octet-stream", stream.header("Content-Type"));
        assertEquals("streamed", new String(stream.bytes(), StandardCharsets.UTF_8));
        TestResponse tagged = http.get("/reports/tagged").expect(200);
        assertEquals(List.of("Cookie, Accept"), tagged.headers().allValues("Vary"));
        http.get("/reports/tagged", "If-None-Match", tagged.header("ETag")).expect(304);
        http.get("/reports/tagged", "If-Match", "\"other\"").expect(412);
    }

    @Test
    void sendsFilesWithVersionsAndRanges(TestHttp http) {
        TestResponse file = http.get("/reports/2026/a.txt").expect(200);
        assertEquals("0123456789", file.body());
        assertEquals("text/plain;charset=utf-8", file.header("Content-Type"));
        http.get("/reports/2026/a.txt", "If-None-Match", file.header("ETag")).expect(304);
        assertEquals(
                "234",
                http.get("/reports/2026/a.txt", "Range", "bytes=2-4")
                        .expect(206)
                        .body());
        http.get("/reports/2026/b.txt").expect(404);
    }
}
