package io.jetalyst.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static final Request REQUEST = requestOf(new InetSocketAddress("127.0.0.1", 1));

    static Stream<Throwable> problemsOfBodies() {
        HttpProblem tooLong = HttpProblem.of(Status.CONTENT_TOO_LARGE, "Too long.");
        IOException read = new IOException(tooLong);
        return Stream.of(
                tooLong, read, new UncheckedIOException(read), new CompletionException(new UncheckedIOException(read)));
    }

    @ParameterizedTest
    @MethodSource("problemsOfBodies")
    void answersWithTheProblemOfTheBodyThatTheMethodWasReading(Throwable thrown) {
        assertEquals(413, answer(thrown, false).status().code());
    }

    @Test
    void answers500ForOtherFailuresOfInputAndOutput() {
        assertEquals(500, answer(new IOException("disk full"), false).status().code());
    }

    @Test
    void sendsTheStackTraceInDevModeOnly() {
        IllegalStateException failure = new IllegalStateException("password=hunter2");

        assertTrue(text(answer(failure, true)).contains("hunter2"));
        assertFalse(text(answer(failure, false)).contains("hunter2"));
    }

    private static Request request(String accept) {
        return Request.builder("GET", "/x")
                .headers(Headers.of(Map.of("Accept", List.of(accept), "Accept-Language", List.of("de-AT,en;q=0.5"))))
                .build();
    }

    @Test
    void showsPagesInTheLanguageOfTheClient() {
        HttpProblem forbidden = HttpProblem.of(Status.FORBIDDEN, "Your roles do not allow this request.");
        Response page = new Failures(error -> Optional.empty(), false).answer(forbidden, request("text/html"));

        assertTrue(text(page).contains("<html lang=\"de\">"), text(page));
        assertTrue(text(page).contains("<h1>403 Nicht erlaubt</h1>"), text(page));
        assertTrue(text(page).contains("<p>Ihre Rollen erlauben diese Anfrage nicht.</p>"), text(page));
        assertTrue(text(page).contains(">Zur Startseite</a>"), text(page));
        assertTrue(
                page.headers().contains(new HeaderField("Vary", "Accept, Accept-Language")),
                page.headers().toString());
    }

    @Test
    void givesThePageOfTheApplicationTheDetailInTheLanguageOfTheClient() {
        List<String> details = new ArrayList<>();
        Failures failures = new Failures(
                error -> {
                    details.add(error.problem().detail());
                    return Optional.empty();
                },
                false);
        failures.answer(
                HttpProblem.of(Status.CONTENT_TOO_LARGE, "The file is longer than 7 bytes."), request("text/html"));
        failures.answer(HttpProblem.notFound("No such poll."), request("text/html"));
        failures.answer(HttpProblem.notFound("Gone"), request("text/html")); // not the title of 410

        assertEquals(List.of("Die Datei ist länger als 7 Byte.", "No such poll.", "Gone"), details);
    }

    @Test
    void keepsTheDetailsOfProblemDocumentsInEnglish() {
        Response document = new Failures(error -> Optional.empty(), false)
                .answer(HttpProblem.notFound("There is nothing here."), request("application/json"));

        assertTrue(text(document).contains("\"detail\":\"There is nothing here.\""), text(document));
    }

    @Test
    void sendsTheStackTraceToClientsOfThisMachineOnly() {
        IllegalStateException failure = new IllegalStateException("password=hunter2");
        Failures failures = new Failures(error -> Optional.empty(), true);
        for (SocketAddress local : List.of(
                new InetSocketAddress("::1", 1),
                UnixDomainSocketAddress.of(""),
                new InetSocketAddress("127.9.9.9", 1))) {
            assertTrue(text(failures.answer(failure, requestOf(local))).contains("hunter2"), local.toString());
        }
        for (SocketAddress other : List.of(
                new InetSocketAddress("192.168.1.7", 1),
                new InetSocketAddress("0.0.0.0", 1),
                InetSocketAddress.createUnresolved("localhost", 1))) {
            assertFalse(text(failures.answer(failure, requestOf(other))).contains("hunter2"), other.toString());
        }
    }

    /** The engine may use the header fields for the next request then. */
    @Test
    void readsNoHeaderFieldsOfALateRequestAfterItsResponse() {
        Set<String> read = new HashSet<>();
        Headers fields = new Headers() {
            @Override
            public Optional<String> first(String name) {
                return all(name).stream().findFirst();
            }

            @Override
            public List<String> all(String name) {
                read.add(name);
                return List.of();
            }

            @Override
            public Set<String> names() {
                return Set.of();
            }
        };
        Failures failures = new Failures(error -> Optional.empty(), false);
        failures.late(REQUEST, Optional.empty());

        // its line of the log is written a second later
        failures.late(Request.builder("GET", "/").headers(fields).build(), Optional.empty());

        assertTrue(read.contains("traceparent"), "the id and the trace are known before the line is written");
    }

    private static Request requestOf(SocketAddress client) {
        return Request.builder("GET", "/").remoteAddress(client).build();
    }

    private static Response answer(Throwable thrown, boolean development) {
        return new Failures(error -> Optional.empty(), development).answer(thrown, REQUEST);
    }

    private static String text(Response response) {
        return new String(((ResponseBody.Bytes) response.body()).bytes(), StandardCharsets.UTF_8);
    }
}
