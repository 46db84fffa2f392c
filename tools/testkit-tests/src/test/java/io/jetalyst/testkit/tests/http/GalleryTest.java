package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the application of static files that the guide shows. */
class GalleryTest {
    @TempDir
    private static Path uploads;

    @RegisterExtension
    static final TestApp APP = TestApp.of(args -> Gallery.app(uploads, args), "--server.compression=gzip");

    @BeforeAll
    static void upload() throws IOException {
        Files.writeString(uploads.resolve("cat.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    }

    @Test
    void servesScriptOfThePageAndItsImport(TestHttp http) {
        Matcher script = Pattern.compile("src=\"([^\"]+)\"")
                .matcher(http.get("/gallery").expect(200).body());
        assertTrue(script.find());
        String path = script.group(1);

        for (String file : new String[] {path, path.replace("gallery.js", "title.js")}) {
            TestResponse answer = http.get(file).expect(200);
            assertEquals("public, max-age=31536000, immutable", answer.header("Cache-Control"));
        }
        assertEquals("no-cache", http.get("/gallery.js").expect(200).header("Cache-Control"));
    }

    @Test
    void servesUploadsWithoutTheirScripts(TestHttp http) {
        TestResponse picture = http.get("/uploads/cat.svg").expect(200);

        assertEquals("image/svg+xml", picture.header("Content-Type"));
        assertTrue(picture.header("Content-Security-Policy").endsWith("; sandbox"));
        http.get("/uploads/").expect(404);
    }

    @Test
    void doesNotCompressSecretBesideTextOfTheRequest(TestHttp http) {
        TestResponse answer = http.get("/invitation?greeting=" + "a".repeat(2000), "Accept-Encoding", "gzip")
                .expect(200);

        assertEquals("no-store, no-transform", answer.header("Cache-Control"));
        assertTrue(answer.body().contains("\"greeting\":\"aaaa"), answer.body());
    }
}
