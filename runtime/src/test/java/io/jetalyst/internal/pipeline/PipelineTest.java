package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.filter.Filter;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.internal.router.Router;
import io.jetalyst.internal.socket.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {
    private final SampleTable table = new SampleTable();

    @Test
    void callsTheControllerAndSendsItsResult() {
        RecordedExchange exchange = get("/hello/w%C3%B6rld%20%2B");

        assertEquals(200, exchange.status());
        assertEquals("Hello, wörld +", exchange.text());
        assertEquals("text/plain;charset=utf-8", exchange.answered("Content-Type"));
        assertEquals("nosniff", exchange.answered("X-Content-Type-Options"));
        assertEquals("no-store", exchange.answered("Cache-Control"));
    }

    /** The engine can end an exchange only with a response. */
    @Test
    void answersAfterContentThatFailsWhenItIsClosedUnsent() {
        Filter tagged =
                (request, next) -> Response.of("text/plain", new ResponseBody.Stream(subscriber -> {}, -1, () -> {
                            throw new IllegalStateException("the file is closed already");
                        }))
                        .etag(EntityTag.of("v1"));
        Pipeline pipeline = new Pipeline(Router.of(table.routes()), List.of(tagged), Fixture.sockets());

        RecordedExchange exchange = new RecordedExchange("GET", "/hello/a")
                .header("If-None-Match", "\"v1\"")
                .through(pipeline);

        assertEquals(500, exchange.status());
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD,    /hello/a,  200, ''",
        "OPTIONS, /hello/a,  204, 'GET, HEAD, OPTIONS'",
        "OPTIONS, /rooms,    204, 'POST, OPTIONS'",
        "OPTIONS, *,         204, 'GET, HEAD, OPTIONS'",
        "OPTIONS, /nowhere,  404, ''",
        "POST,    /hello/a,  405, 'GET, HEAD, OPTIONS'",
        "GET,     /rooms,    405, 'POST, OPTIONS'",
        "DELETE,  /chat/a,   405, 'GET, HEAD, OPTIONS'",
        "POST,    /socket,   405, 'GET, HEAD, OPTIONS'",
        "TRACE,   /hello/a,  405, 'GET, HEAD, OPTIONS'",
        "CONNECT, /hello/a,  400, ''",
        "get,     /hello/a,  501, ''",
        "BREW,    /hello/a,  501, ''",
        "GET,     /nowhere,  404, ''",
        "GET,     /hello/,   404, ''",
        "GET,     /hello/a/, 404, ''",
        "GET,     '/hello/a;x', 400, ''",
        "GET,     /hello/a%3Bx, 400, ''",
        "GET,     *,         400, ''",
        "GET,     hello/a,   400, ''",
        "POST,    /rooms,    204, ''",
    })
    void answersTheMethodOrSaysWhichWouldDo(String method, String target, int status, String allow) {
        RecordedExchange exchange = new RecordedExchange(method, target).through(pipeline());

        assertEquals(status, exchange.status());
        assertEquals(allow, exchange.answered("Allow"));
    }

    @Test
    void aBadPathVariableIsA400ThatNamesIt() {
        RecordedExchange exchange = get("/hello/%ff");

        assertEquals(400, exchange.status());
        assertEquals("application/problem+json", exchange.answered("Content-Type"));
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                        + "\"detail\":\"The path parameter \\\"name\\\" is not valid percent-encoded UTF-8.\","
                        + "\"errors\":[{\"in\":\"path\",\"name\":\"name\",\"code\":\"encoding\","
                        + "\"detail\":\"is not valid percent-encoded UTF-8\"}]}",
                exchange.text());
    }

    @Test
    void aProblemIsJsonForAProgramAndAnEscapedPageForABrowser() {
        RecordedExchange json = get("/fails/problem");
        RecordedExchange page = new RecordedExchange("GET", "/fails/problem")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .through(pipeline());

        assertEquals(409, json.status());
        assertTrue(json.text().contains("\"detail\":\"Somebody \\u003celse> was \\\"first\\\".\""), json.text());
        assertEquals(409, page.status());
        assertEquals("text/html;charset=utf-8", page.answered("Content-Type"));
        assertTrue(page.text().contains("Somebody &lt;else&gt; was &quot;first&quot;."), page.text());
        assertTrue(page.answered("Content-Security-Policy").startsWith("default-src 'none';"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "checked", "error", "unprintable", "null", "upgrade"})
    void anExceptionIsA500ThatTellsNothingButAName(String how) {
        RecordedExchange exchange = get("/fails/" + how);

        assertEquals(500, exchange.status());
        assertTrue(exchange.text().contains("\"instance\":\"urn:uuid:"), exchange.text());
        for (String secret : List.of("hunter2", "Exception", "StackOverflow", "io.jetalyst", "script", "null")) {
            assertFalse(exchange.text().contains(secret), exchange.text());
        }
    }

    @Test
    void aDeferredResultAnswersWhenItIsThere() {
        RecordedExchange exchange = get("/later");

        table.later.complete("now");

        assertEquals("now", exchange.text());
        assertEquals("nosniff", exchange.answered("X-Content-Type-Options"));
    }

    @Test
    void aDeferredFailureIsAnsweredLikeAThrownOne() {
        RecordedExchange exchange = get("/later");

        table.later.completeExceptionally(new IllegalStateException("password=hunter2"));

        assertEquals(500, exchange.status());
        assertFalse(exchange.text().contains("hunter2"));
    }

    @Test
    void sends400IfTheEndpointItselfThrowsABindingProblem() {
        RecordedExchange exchange = new RecordedExchange("GET", "/chat/a?name=%ff-in-method").through(pipeline());
        RecordedExchange thrown = new RecordedExchange("GET", "/chat/a?name=picky").through(pipeline());

        assertEquals("the page of a", exchange.text());
        assertEquals(400, thrown.status());
    }

    private RecordedExchange get(String target) {
        return new RecordedExchange("GET", target).through(pipeline());
    }

    private Pipeline pipeline(Filter... filters) {
        return new Pipeline(Router.of(table.routes()), List.of(filters), Fixture.sockets());
    }
}
