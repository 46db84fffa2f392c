package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.BodyRule;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms in {@code application/x-www-form-urlencoded}, as a client of the real server sends them. */
@Timeout(60)
class FormServerTest {
    private final RunningApp app =
            App.builder().args("--port=0").mount(new Table()).build().start();

    @AfterEach
    void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=Ann&stars=3&member=on     | Ann 3 true none",
                "name=Ann+B%C3%A4r&stars=3      | Ann Bär 3 false none",
                "&&stars=3&name=%26%3D&&        | &= 3 false none",
                "name&stars=3&remark=           | EMPTY 3 false none",
                "name=&stars=3&remark=fine      | EMPTY 3 false fine",
                "name=a=b&stars=+3&member=true  | 400 stars type",
                "name=A&stars=&member=false     | 400 stars required",
                "stars=1&stars=2                | 400 name required, stars repeated",
                "name=A&stars=3&member=yes      | 400 member type",
            })
    void readsFields(String form, String expected) throws IOException {
        assertEquals(expected.replace("EMPTY", ""), answer(form.getBytes(StandardCharsets.UTF_8)));
        assertAlive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%ff", "%c3", "%00", "%C0%AF", "%ed%a0%80"})
    void rejectsMalformedPercentEncoding(String text) throws IOException {
        assertEquals("400 name encoding", answer("stars=3&name=" + text));
        assertEquals("400 name encoding, stars type", answer("stars=x&name=" + text + "&name=" + text));
        assertEquals("400 encoding, name required", answer("stars=3&" + text + "=1"));
        assertEquals("Ann 3 false none", answer("stars=3&name=Ann&unknown=" + text));
        assertAlive();
    }

    @Test
    void rejectsBytesThatAreNotUtf8() throws IOException {
        byte[] latin = "stars=3&name=Bär".getBytes(StandardCharsets.ISO_8859_1);

        String answer = send(latin, "application/x-www-form-urlencoded");

        assertStatus(400, answer);
        assertTrue(
                answer.contains(
                        "\"detail\":\"The form field \\\"name\\\" is not valid UTF-8.\",\"errors\":"
                                + "[{\"in\":\"form\",\"name\":\"name\",\"code\":\"encoding\",\"detail\":\"is not valid UTF-8\"}]"),
                answer);
        assertAlive();
    }

    @Test
    void namesTheRowOfAMistakeInAList() throws IOException {
        assertEquals(
                "400 sizes[1] type, sizes[3] type", answer("name=Ann&stars=3&sizes=1&sizes=x&sizes=&sizes=y&sizes=2"));
        assertEquals("400 sizes encoding", answer("name=Ann&stars=3&sizes=1&sizes=%zz"));
        String query = send("/votes?page=1&n=1&n=x", new byte[0], "");
        assertTrue(query.contains("\"in\":\"query\",\"name\":\"n[1]\",\"code\":\"type\""), query);
    }

    @Test
    void rejectsTooManyFields() throws IOException {
        assertEquals("Ann 3 false none", answer("name=Ann&stars=3" + "&a=1".repeat(998)));
        assertEquals("400 count", answer("name=Ann&stars=3" + "&a=1".repeat(999)));
        assertAlive();
    }

    @Test
    void rejectsLongName() throws IOException {
        assertEquals("Ann 3 false none", answer("name=Ann&stars=3&" + "n".repeat(256) + "=1"));
        assertEquals("400 length", answer("name=Ann&stars=3&" + "n".repeat(257) + "=1"));
        assertAlive();
    }

    @Test
    void listsMistakesOfFormAndQueryTogether() throws IOException {
        String answer =
                send("/votes?page=x", "name=%".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");

        assertEquals("400 page type, name encoding, stars required", errors(answer));
    }

    @Test
    void rejectsFormBeyondTheLimit() throws IOException {
        assertStatus(413, send(new byte[1024 * 1024 + 1], "application/x-www-form-urlencoded"));
        assertAlive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "", "application/x-www-form-urlencoded; charset=utf-16"})
    void rejectsOtherMediaType(String type) throws IOException {
        assertStatus(415, send("name=Ann&stars=3".getBytes(StandardCharsets.UTF_8), type));
        assertAlive();
    }

    @Test
    void readsEmptyForm() throws IOException {
        assertEquals(
                "400 name required, stars required", errors(send(new byte[0], "application/x-www-form-urlencoded")));
        assertEquals("400 name required, stars required", errors(send(new byte[0], "")));
    }

    private void assertAlive() throws IOException {
        assertEquals("Ann 3 true none", answer("name=Ann&stars=3&member=on"));
    }

    private String answer(String form) throws IOException {
        return answer(form.getBytes(StandardCharsets.UTF_8));
    }

    private String answer(byte[] form) throws IOException {
        String answer = send(form, "Application/X-WWW-Form-Urlencoded ;charset=UTF-8");
        return answer.startsWith("HTTP/1.1 200 ")
                ? new String(
                        answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8)
                : errors(answer);
    }

    /** {@code 400 name required, stars type}. */
    private static String errors(String answer) {
        StringBuilder errors = new StringBuilder(answer.substring(9, 12));
        String between = " ";
        for (String error : answer.substring(answer.indexOf("\"errors\":") + 9).split("\\{")) {
            if (error.contains("\"code\"")) {
                String name = error.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
                errors.append(between)
                        .append(name.isEmpty() ? "" : name + " ")
                        .append(error.replaceAll("(?s).*\"code\":\"([^\"]*)\".*", "$1"));
                between = ", ";
            }
        }
        return errors.toString();
    }

    private static void assertStatus(int status, String answer) {
        assertEquals("HTTP/1.1 " + status, answer.substring(0, Math.min(12, answer.length())), answer);
    }

    private String send(byte[] form, String type) throws IOException {
        return send("/votes", form, type);
    }

    private String send(String path, byte[] form, String type) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: " + form.length
                    + "\r\n\r\n");
            raw.write(form);
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            return all.toString();
        }
    }

    private static final class Table implements TestTable {
        @Override
        public List<Route> routes() {
            return List.of(Route.http(HttpMethod.POST, "/votes", "Votes.vote").body(BodyRule.form()));
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            Optional<Integer> page = params.query("page").optional(Converters.INT);
            String name = params.form("name").toText();
            int stars = params.form("stars").toInt();
            List<Integer> sizes = params.form("sizes").list(Converters.INT);
            params.query("n").list(Converters.INT);
            boolean member = params.form("member").isChecked();
            String remark = params.form("remark").or("none").toText();
            params.check();
            return Results.text(name + " " + stars + " " + member + " " + remark
                    + page.map(Object::toString).orElse("")
                    + (sizes.isEmpty() ? "" : sizes));
        }
    }
}
