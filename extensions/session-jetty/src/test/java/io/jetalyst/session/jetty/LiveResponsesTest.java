package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses that are being sent when the session ends. */
@Timeout(60)
class LiveResponsesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RunningApp app;
    private final Browser ada = new Browser();

    @BeforeEach
    void signIn() {
        LiveController.hold();
        app = App.builder().args("--port=0").build().start();
        ada.post(app.uri(), "/sign-in", "user", "ada");
    }

    @AfterEach
    void stop() {
        LiveController.release();
        app.close();
    }

    private InputStream open(String path, String coding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.uri().resolve(path))
                .header("Cookie", ada.cookie())
                .header("Accept-Encoding", coding)
                .timeout(Duration.ofSeconds(30))
                .build();
        InputStream content = CLIENT.send(request, BodyHandlers.ofInputStream()).body();
        assertTrue(content.read() >= 0);
        return content;
    }

    /** The client sees that the content is not complete. */
    @ParameterizedTest
    @CsvSource({"/live/values, identity", "/live/values, gzip", "/live/parts, identity", "/live/stream, identity"})
    void abortsContentThatIsMadeWhileItIsSent(String path, String coding) throws Exception {
        try (InputStream content = open(path, coding)) {
            ada.post(app.uri(), "/sign-out", "", "");
            assertThrows(IOException.class, content::readAllBytes);
        }
    }

    @Test
    void sendsDownloadToItsEnd() throws Exception {
        try (InputStream content = open("/live/download", "identity")) {
            ada.post(app.uri(), "/sign-out", "", "");
            LiveController.release();
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("the end", text.substring(text.length() - "the end".length()));
        }
    }
}
