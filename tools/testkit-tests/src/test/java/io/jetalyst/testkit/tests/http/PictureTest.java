package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestEvents;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The pictures and the poll of the guide. */
class PictureTest {
    @TempDir
    static Path folder;

    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
            .args(args)
            .args("--files.folder=" + folder)
            .mount(new PictureController_Routes(), new PollController_Routes())
            .build());

    private static TestResponse upload(TestHttp http, byte[] content) {
        return http.form("/pictures")
                .part("picture", "a.html", "text/html", content)
                .post();
    }

    @Test
    void servesPictureWithFixedMediaTypeInSandbox(TestHttp http) {
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a00000001");
        String path = upload(http, png).expect(303).header("Location");

        TestResponse picture = http.get(path).expect(200);
        assertArrayEquals(png, picture.bytes());
        assertEquals("image/png", picture.header("Content-Type"));
        assertEquals("default-src 'none'; sandbox", picture.header("Content-Security-Policy"));
        assertEquals("nosniff", picture.header("X-Content-Type-Options"));
    }

    @Test
    void rejectsContentOfAnotherKind(TestHttp http) {
        upload(http, "<script>".getBytes(StandardCharsets.UTF_8)).expect(422);
    }

    @Test
    void sendsCountsToNewPageAndAfterEachVote(TestHttp http) {
        http.post("/poll/yes", "").expect(204);
        TestEvents page = http.events("/poll/events");
        assertEquals(new PollController.Counts(1, 0), page.next(PollController.Counts.class));
        http.post("/poll/yes", "").expect(204);
        assertEquals(new PollController.Counts(2, 0), page.next(PollController.Counts.class));
    }
}
