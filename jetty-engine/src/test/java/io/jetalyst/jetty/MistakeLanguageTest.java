package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The messages about mistakes, in the language of the client. */
@Timeout(60)
class MistakeLanguageTest {
    private final RunningApp app =
            App.builder().args("--port=0").mount(new Table()).build().start();

    @AfterEach
    void stop() {
        app.close();
    }

    private void assertAnswers(String expected, String query, String fields) throws IOException {
        String answer = get(query, fields);
        assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains(expected), answer);
    }

    @Test
    void translatesAllMistakes() throws IOException {
        String german = "Accept-Language: fr;q=0.1, de-CH;q=0.5\r\n";
        assertAnswers(
                "\"detail\":\"2 Angaben sind nicht gültig.\",\"errors\":["
                        + "{\"in\":\"query\",\"name\":\"page\",\"code\":\"type\",\"detail\":\"muss eine ganze Zahl sein\"},"
                        + "{\"in\":\"query\",\"name\":\"n[1]\",\"code\":\"type\",\"detail\":\"muss zwischen -128 und 127 liegen\"}]",
                "page=x&n=1&n=200",
                german);
        assertAnswers("\"detail\":\"Der Parameter „page“ fehlt.\"", "", german);
        assertAnswers("\"detail\":\"Der Parameter „page“ ist 2-mal angegeben.\"", "page=1&page=2", german);
        assertAnswers(
                "\"detail\":\"Die Abfrage hat einen Namen mit einem Fehler: er enthält ein NUL-Zeichen.\"",
                "page=1&%00=2",
                german);
    }

    @Test
    void translatesPageForPeople() throws IOException {
        assertAnswers(
                "Der Parameter „page“ muss eine ganze Zahl sein.",
                "page=x",
                "Accept: text/html\r\nAccept-Language: de\r\n");
        for (String type : List.of("text/html", "text/plain")) {
            assertAnswers(
                    "Der Parameter „n[0]“ muss eine ganze Zahl sein.",
                    "n=x&page=x",
                    "Accept: " + type + "\r\nAccept-Language: de\r\n");
        }
        assertAnswers("\r\nVary: Accept, Accept-Language\r\n", "", "Accept-Language: de\r\n");
    }

    @Test
    void usesTranslationsOfTheApplication() throws IOException {
        assertAnswers("\"detail\":\"The query parameter \\\"page\\\" ontbreekt.\"", "", "Accept-Language: nl-BE\r\n");
        assertAnswers("is ongeldig", "page=x", "Accept-Language: nl\r\n");
        assertAnswers("is given 2 times", "page=1&page=2", "Accept-Language: nl\r\n");
        assertAnswers("„page“ muss a ganze Zahl sein.", "page=x", "Accept-Language: de-AT\r\n");
        assertAnswers("„page“ fehlt.", "", "Accept-Language: de-AT\r\n");
    }

    @Test
    void usesEnglishForOtherLanguages() throws IOException {
        for (String language :
                List.of("en-US, de;q=0.5", "tlh", "../../x", "de;q=0", ";;", "*", "xx-" + "x".repeat(400))) {
            assertAnswers("The query parameter \\\"page\\\" is missing.", "", "Accept-Language: " + language + "\r\n");
        }
    }

    private String get(String query, String fields) throws IOException {
        try (RawSocket raw = new RawSocket(app.port())) {
            raw.write("GET /?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + fields + "\r\n");
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            return new String(all.toString().getBytes(ISO_8859_1), UTF_8);
        }
    }

    private static final class Table implements RouteTable, Invoker {
        @Override
        public int format() {
            return FORMAT;
        }

        @Override
        public List<Route> routes() {
            return List.of(Route.http(HttpMethod.GET, "/", "Test.list"));
        }

        @Override
        public Invoker bind(Bindings bindings) {
            return this;
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            params.query("page").toInt();
            params.query("n").list(Converters.BYTE);
            params.check();
            return Results.text("ok");
        }
    }
}
