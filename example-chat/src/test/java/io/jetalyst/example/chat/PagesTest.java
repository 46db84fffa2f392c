package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static RunningChat chat;

    @BeforeAll
    static void start() {
        chat = new RunningChat();
    }

    @AfterAll
    static void stop() {
        chat.close();
    }

    @Test
    void theFrontDoorLeadsToTheLobby() throws Exception {
        HttpResponse<String> answer = chat.get("/");
        assertEquals(303, answer.statusCode());
        assertEquals("/chat/lobby", answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void aRoomIsAPage() throws Exception {
        HttpResponse<String> answer = chat.get("/chat/tea-kitchen");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().contains("<body data-room=\"tea-kitchen\">"), answer.body());
        assertTrue(answer.body().contains("<noscript>"));
    }

    @Test
    void thePagesForbidWhatTheyDoNotNeed() throws Exception {
        for (String path : new String[] {"/chat/lobby", "/echo"}) {
            HttpResponse<String> answer = chat.get(path);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElseThrow();
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
    void everythingAPageRefersToIsThere() throws Exception {
        for (String path : new String[] {"/chat/lobby", "/echo"}) {
            Matcher reference = Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                    .matcher(chat.get(path).body());
            while (reference.find()) {
                assertEquals(200, chat.get(reference.group(1)).statusCode(), reference.group(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chat/Lobby", "/chat/a%20b", "/chat/%3Cscript%3E", "/chat/%C3%A4", "/chat/", "/chat"})
    void otherRoomsAreNotFound(String path) throws Exception {
        HttpResponse<String> answer = chat.get(path, "Accept", "text/html");
        assertEquals(404, answer.statusCode());
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
    void assetsAreAskedForOnce(String name, String contentType) throws Exception {
        HttpResponse<String> answer = chat.get("/assets/" + name);
        assertEquals(200, answer.statusCode());
        assertEquals(contentType, answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
        String etag = answer.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = chat.get("/assets/" + name, "If-None-Match", etag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(
                200, chat.get("/assets/" + name, "If-None-Match", "\"other\"").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/chat.ts", "/assets/..%2Fchat.css", "/assets/%2e%2e/ChatApp.class", "/assets/"})
    void nothingElseIsAnAsset(String path) throws Exception {
        int status = chat.get(path).statusCode();
        assertTrue(status == 404 || status == 400, "status " + status);
    }

    @Test
    void echoSaysThatItIsASocketToo() throws Exception {
        HttpResponse<String> answer = chat.get("/echo");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("This path is a WebSocket too"));
        assertTrue(answer.body().contains("ws://" + chat.uri().getAuthority() + "/echo"), answer.body());
    }
}
