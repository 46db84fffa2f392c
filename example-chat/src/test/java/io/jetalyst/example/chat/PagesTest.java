package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app);

    private final TestHttp http;

    PagesTest(TestHttp http) {
        this.http = http;
    }

    @Test
    void theFrontDoorLeadsToTheLobby() {
        TestResponse answer = http.get("/");
        assertEquals(303, answer.status());
        assertEquals("/chat/lobby", answer.header("Location"));
    }

    @Test
    void aRoomIsAPage() {
        TestResponse answer = http.get("/chat/tea-kitchen");
        assertEquals(200, answer.status());
        assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.body().contains("<body data-room=\"tea-kitchen\">"), answer.body());
        assertTrue(answer.body().contains("<noscript>"));
    }

    @Test
    void thePagesForbidWhatTheyDoNotNeed() {
        for (String path : new String[] {"/chat/lobby", "/echo"}) {
            TestResponse answer = http.get(path);
            String policy = answer.header("Content-Security-Policy");
            assertTrue(policy.contains("default-src 'self'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(answer.body().contains("style=\""), path);
            assertFalse(
                    Pattern.compile("<script(?![^>]*\\ssrc=)|\\son[a-z]+=")
                            .matcher(answer.body())
                            .find(),
                    path);
        }
    }

    @Test
    void everythingAPageRefersToIsThere() {
        for (String path : new String[] {"/chat/lobby", "/echo"}) {
            Matcher reference = Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                    .matcher(http.get(path).body());
            while (reference.find()) {
                assertEquals(200, http.get(reference.group(1)).status(), reference.group(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/Lobby", "/chat/a%20b", "/chat/%3Cscript%3E", "/chat/%C3%A4", "/chat/", "/chat"})
    void otherRoomsAreNotFound(String path) {
        TestResponse answer = http.get(path, "Accept", "text/html");
        assertEquals(404, answer.status());
        assertFalse(answer.body().contains("<script"), answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "chat.css,text/css;charset=utf-8",
        "chat.js,text/javascript;charset=utf-8",
        "connection.js,text/javascript;charset=utf-8",
        "log.js,text/javascript;charset=utf-8",
        "outbox.js,text/javascript;charset=utf-8",
        "page.js,text/javascript;charset=utf-8",
        "icon.svg,image/svg+xml"
    })
    void assetsAreAskedForOnce(String name, String contentType) {
        TestResponse answer = http.get("/assets/" + name);
        assertEquals(200, answer.status());
        assertEquals(contentType, answer.header("Content-Type"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        String etag = answer.header("ETag");

        TestResponse again = http.get("/assets/" + name, "If-None-Match", etag);
        assertEquals(304, again.status());
        assertEquals("", again.body());
        assertEquals(
                200, http.get("/assets/" + name, "If-None-Match", "\"other\"").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/chat.ts", "/assets/..%2Fchat.css", "/assets/%2e%2e/ChatApp.class", "/assets/"})
    void nothingElseIsAnAsset(String path) {
        int status = http.get(path).status();
        assertTrue(status == 404 || status == 400, "status " + status);
    }

    @Test
    void echoSaysThatItIsASocketToo() {
        TestResponse answer = http.get("/echo");
        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("This path is a WebSocket too"));
        assertTrue(answer.body().contains("ws://" + http.uri("/").getAuthority() + "/echo"), answer.body());
    }
}
