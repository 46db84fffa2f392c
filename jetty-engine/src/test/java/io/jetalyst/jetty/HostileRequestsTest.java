package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no honest client sends, byte by byte. The server answers each exactly, and the next client as before. */
@Timeout(60)
class HostileRequestsTest {
    private final RunningApp app = App.builder()
            .args("--port=0", "--server.max-body=1000")
            .mount(new Table())
            .build()
            .start();

    @AfterEach
    void stop() {
        app.close();
    }

    /** In the requests, {@code ~} is a line break, and {@code ^} a NUL. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // lengths that lie, and codings
                "Content-Length: -5~~a                                        | 400",
                "Content-Length: +1~~a                                        | 400",
                "Content-Length: 1, 1~~a                                      | 400",
                "Content-Length: 1~Content-Length: 1~~a                       | 400",
                "Content-Length: 1~Content-Length: 2~~ab                      | 400",
                "Content-Length: 99999999999999999999999~~a                   | 400",
                "Content-Length: 4611686018427387904~~a                       | 413",
                "Content-Length: 7~Transfer-Encoding: chunked~~0~~            | 400",
                "Transfer-Encoding: gzip, chunked~~0~~                        | 501",
                "Transfer-Encoding: xchunked~~0~~                             | 400",
                "Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~   | 400",
                "Expect: 200-ok~Content-Length: 1~~a                          | 417",
                "Expect: 100-continue~Content-Length: 9999~~                  | 413",
                "Content-Encoding: br~Content-Length: 1~~a                    | 415",
                "Content-Encoding: gzip~Content-Length: 1~~a                  | 415",
                // chunks
                "Transfer-Encoding: chunked~~1;a=b;c=\"d;e\"~a~0;x~~        | 200 a",
                "Transfer-Encoding: chunked~~1~a~0~X-Trailer: 1~~             | 200 a",
                "Transfer-Encoding: chunked~~1~a~0~Content-Length: 5~~        | 200 a",
                "Transfer-Encoding: chunked~~-1~a~0~~                         | 400",
                "Transfer-Encoding: chunked~~0x1~a~0~~                        | 400",
                "Transfer-Encoding: chunked~~zz~a~0~~                         | 400",
                "Transfer-Encoding: chunked~~FFFFFFFFFFFFFFFFF~a~0~~          | 400",
                "Transfer-Encoding: chunked~~1~ab0~~                          | 400",
                // charsets and media types
                "Content-Type: text/plain; charset=utf-7~Content-Length: 1~~a | 415",
                "Content-Type: text/plain; charset=\"\\\"~Content-Length: 1~~a | 415",
                "Content-Type: a/b; c=1; c=2~Content-Length: 1~~a             | 415",
                "Content-Type: ;;;~Content-Length: 1~~a                       | 415",
                "Content-Type: a/b~Content-Type: a/b~Content-Length: 1~~a     | 400",
                // header fields
                "X-A : b~~                                                    | 400",
                "X-A: b~ c~~                                                  | 400",
                "X-A: b^c~~                                                   | 400",
                "Host: b~~                                                    | 400",
                "Cookie: a=1; a=2~Cookie: ;;=;\"~~                           | 200",
                "Accept: ;;;q=x~Accept-Language: -,;q=~Range: bytes=9-1~~     | 200",
            })
    void answersExactly(String head, String expected) throws IOException {
        assertAnswer(expected, "POST /text HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + bytes(head));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /query?q=%zz       | 400",
                "GET /query?q=a%00      | 400",
                "GET /query?q=a&x=%zz   | 200 a",
                "GET /query?q=%2525     | 200 %25",
                "GET /path/%zz/end      | 400",
                "GET /path/a%00b/end    | 400",
                "GET /path/a%2Fb/end    | 400",
                "GET /path/%2e%2e/end   | 400",
                "GET /path/../../end    | 400",
                "GET /path/%c0%ae/end   | 400",
                "GET /path/a\\b/end     | 400",
                "GET /path/a;x=1/end    | 400",
                "GET http://evil/text   | 400",
                "get /query?q=a         | 501",
                "FOO /query?q=a         | 501",
                "TRACE /query?q=a       | 405",
                "GET query              | 400",
                "GET *                  | 400",
            })
    void answersRequestLinesExactly(String line, String expected) throws IOException {
        assertAnswer(expected, line + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=Ann&name=%zz                      | 400",
                "%zz=1&name=Ann                         | 400",
                "name=Ann&other=%zz                     | 200 Ann",
                "name=%c0%af                            | 400",
                "name=%ed%a0%80                         | 400",
                "=a&name=Ann&&=                         | 200 Ann",
                "name=Ann;other=1                       | 200 Ann;other=1",
            })
    void answersFormsExactly(String form, String expected) throws IOException {
        assertAnswer(
                expected,
                "POST /form HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + form.length() + "\r\n\r\n" + form);
    }

    /** In the forms, {@code ~} is a line break, and {@code ^} a NUL. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "preamble~--b~Content-Disposition: form-data; name=name~~Ann~--b--~epilogue            | 200 Ann",
                "--b~Content-Disposition: form-data; name=name~~Ann~--b                                | 400",
                "--b~Content-Disposition: form-data; name=name~~Ann~--c--~                             | 400",
                "--b~~Ann~--b--~                                                                       | 400",
                "--b~Content-Disposition: attachment; name=name~~Ann~--b--~                            | 400",
                "--b~Content-Disposition: form-data; name*=UTF-8''name~~Ann~--b--~                     | 400",
                "--b~Content-Disposition: form-data;~ name=name~~Ann~--b--~                            | 400",
                "--b~Content-Disposition: form-data; name=\"na^me\"~~Ann~--b--~                      | 400",
                "--b~Content-Disposition: form-data; name=name~Content-Length: 999~~Ann~--b--~         | 200 Ann",
                "--b~Content-Disposition: form-data; name=name~Content-Transfer-Encoding: base64~~QQ==~--b--~ | 400",
                "--b~Content-Disposition: form-data; name=name~~A^nn~--b--~                            | 400",
                "--b~Content-Disposition: form-data; name=name~Content-Type: multipart/mixed; boundary=c~~--c--~--b--~ | 400",
                "--b--~                                                                                | 400",
            })
    void answersMultipartFormsExactly(String form, String expected) throws IOException {
        String body = bytes(form);
        assertAnswer(
                expected,
                "POST /form HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void takesBodyOfGetForNoRequest() throws IOException {
        String hidden = "GET /query?q=hidden HTTP/1.1\r\nHost: a\r\n\r\n";
        String answers = send("GET /query?q=1 HTTP/1.1\r\nHost: a\r\nContent-Length: " + hidden.length() + "\r\n\r\n"
                + hidden + "GET /query?q=2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertEquals(3, answers.split("HTTP/1.1 200 OK\r\n", -1).length, answers);
        assertFalse(answers.contains("hidden"), answers);
    }

    @ParameterizedTest
    @CsvSource({
        "/query?q=a, 200",
        "/query?q=%C3%A4, 200",
        "/query?q=\u00e4, 400",
        "/query?q=\u00c3\u00a4, 400",
        "/query?q=a b, 400",
        "/path/\u00e4/end, 400",
        "/path/a b/end, 400",
        "query, 400",
        "'', 400",
    })
    void rejectsTargetsOfHttp2ThatAreNotAscii(String target, int status) throws Exception {
        try (Http2Socket socket = new Http2Socket(app.port())) {
            for (int stream : new int[] {1, 3}) {
                socket.request(
                        stream,
                        Http2Socket.END_STREAM,
                        ":method",
                        "GET",
                        ":scheme",
                        "http",
                        ":path",
                        stream == 1 ? target : "/query?q=well",
                        ":authority",
                        "localhost");
                MetaData.Response response = (MetaData.Response) socket.decoder()
                        .decode(ByteBuffer.wrap(
                                socket.await(Http2Socket.HEADERS).payload()));
                assertEquals(stream == 1 ? status : 200, response.getStatus());
            }
        }
    }

    @Test
    void takesNothingBehindRejectedConnectForARequest() throws IOException {
        String answers =
                send("CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\nGET /query?q=tunnel HTTP/1.1\r\nHost: a\r\n\r\n");

        assertTrue(answers.startsWith("HTTP/1.1 400 "), answers);
        assertTrue(answers.contains("\r\nConnection: close\r\n"), answers);
        assertFalse(answers.contains("tunnel"), answers);
    }

    @ParameterizedTest
    @CsvSource({"1;a=", "0~X-Trailer: "})
    void rejectsChunkLinesOfAnyLength(String line) throws IOException {
        String chunks = line.startsWith("1")
                ? bytes(line) + "x".repeat(100_000) + "\r\na\r\n0\r\n\r\n"
                : bytes(line) + "x".repeat(100_000) + "\r\n\r\n";
        assertAnswer(
                "400",
                "POST /text HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
    }

    /** HTTP/1.0 has no transfer codings, so the end of such a request is unknown (RFC 9112 §6.1). */
    @ParameterizedTest
    @CsvSource({"'', 'chunked'", "'Connection: keep-alive~', 'chunked'", "'Content-Length: 5~', 'chunked'", "'', 'gzip'"
    })
    void rejectsTransferCodingsOfHttp10AndClosesTheConnection(String others, String coding) throws IOException {
        String answers = send("POST /text HTTP/1.0\r\nHost: a\r\n" + bytes(others) + "Transfer-Encoding: " + coding
                + "\r\n\r\n0\r\n\r\nGET /query?q=hidden HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertEquals("400", answers.substring(9, 12), answers);
        assertEquals(2, answers.split("HTTP/1\\.[01] \\d", -1).length, answers);
        assertFalse(answers.contains("hidden"), answers);
    }

    private static String bytes(String text) {
        return text.replace("~", "\r\n").replace('^', '\0');
    }

    private void assertAnswer(String expected, String request) throws IOException {
        String answer = send(request);
        String content = expected.length() > 3 ? " " + answer.substring(answer.indexOf("\r\n\r\n") + 4) : "";
        assertEquals(expected, answer.substring(9, 12) + content, answer);
        assertTrue(send("GET /query?q=well HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .endsWith("\r\n\r\nwell"));
    }

    private String send(String request) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write(request.getBytes(ISO_8859_1));
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            return all.toString();
        }
    }

    private static final class Table implements RouteTable, Invoker {
        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.http(HttpMethod.POST, "/text", "Test.text").body(BodyRule.whole()),
                    Route.http(HttpMethod.POST, "/form", "Test.form").body(BodyRule.form()),
                    Route.http(HttpMethod.GET, "/query", "Test.query"),
                    Route.http(HttpMethod.GET, "/path/{x}/end", "Test.path"));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            String text = switch (route) {
                case 0 -> params.text();
                case 1 -> params.form("name").toText();
                case 2 -> params.query("q").toText();
                default -> params.path(0, "x").toText();
            };
            params.check();
            return Results.text(text);
        }
    }
}
