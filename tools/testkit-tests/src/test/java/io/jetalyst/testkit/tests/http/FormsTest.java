package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples about forms of the guide to HTTP. */
class FormsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    static Path folder;

    @RegisterExtension
    final TestApp app = TestApp.of(args -> Web.app(folder, args));

    @Test
    void bindsFields(TestHttp http) {
        assertEquals(
                "Ann Optional.empty 1 [a, b]",
                form(http, "/photos/votes", "name=Ann&age=&tags=a&tags=&tags=b")
                        .expect(200)
                        .body());
        assertEquals(
                "Somebody Optional[7] 5 []",
                form(http, "/photos/votes", "name=&age=7&stars=5&anonymous=on")
                        .expect(200)
                        .body());
        String problem =
                form(http, "/photos/votes", "age=x&stars=y").expect(400).body();
        assertTrue(problem.contains("{\"in\":\"form\",\"name\":\"name\",\"code\":\"required\""), problem);
        assertTrue(problem.contains("\"name\":\"stars\",\"code\":\"type\""), problem);
    }

    @Test
    void bindsRowsWithEmptyFields(TestHttp http) {
        assertEquals(
                "oak 2\nno label 1\npine 3\n",
                form(http, "/photos/frames", "labels=oak&copies=2&labels=&copies=&labels=pine&copies=3")
                        .expect(200)
                        .body());
        String problem = form(http, "/photos/frames", "labels=oak&labels=pine&copies=&copies=x")
                .expect(400)
                .body();
        assertTrue(problem.contains("\"name\":\"copies[1]\""), problem);
    }

    @Test
    void bindsRecordOfFields(TestHttp http) {
        assertEquals(
                "Order[photo=1, copies=2, remark=Optional[thanks]]",
                form(http, "/photos/orders", "photo=1&copies=2&remark=thanks")
                        .expect(200)
                        .body());
        form(http, "/photos/orders", "photo=1&copies=").expect(400);
    }

    @Test
    void keepsUpload(TestHttp http) throws IOException {
        byte[] content = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        String body = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nLake\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n"
                + new String(content, StandardCharsets.US_ASCII) + "\r\n--b--\r\n";

        TestResponse answer = http.send(http.request("/photos")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body)))
                .expect(303);

        assertTrue(String.valueOf(answer.header("Set-Cookie")).startsWith("uploaded=100000;"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            assertArrayEquals(content, Files.readAllBytes(all.get(0)));
        }
    }

    @Test
    void limitsBodyOfOneRoute(TestHttp http) {
        byte[] beyond = new byte[2_000_000];
        assertEquals(
                "2000000",
                http.send(http.request("/photos/film").PUT(BodyPublishers.ofByteArray(beyond)))
                        .expect(200)
                        .body());
    }

    @Test
    void refusesPagesOfOtherSites(TestHttp http) {
        http.send(http.request("/photos/votes")
                        .header("Content-Type", FORM)
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(BodyPublishers.ofString("name=Ann")))
                .expect(403);
        http.send(http.request("/photos/webhook")
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("X-Signature", Signatures.of("paid".getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString("paid")))
                .expect(204);
    }

    private static TestResponse form(TestHttp http, String path, String form) {
        return http.send(http.request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
    }
}
