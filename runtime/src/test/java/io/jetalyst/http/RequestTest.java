package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    @ParameterizedTest
    @CsvSource({
        "a=1, 1",
        "x=0&a=1&y=2, 1",
        "a=b+c, b c",
        "a=%C3%A4, ä",
        "%61=1, 1",
        "a, ''",
        "a=, ''",
        "&&a=1&&, 1",
        "a=b=c, b=c"
    })
    void readsAParameterOfTheQuery(String query, String value) {
        assertEquals(Optional.of(value), request(query).queryParam("a"));
    }

    @Test
    void readsFirstCookieOfAName() {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Cookie", List.of("a=x y; a=\"1\"; a=2", "b=3"))))
                .build();
        assertEquals(Optional.of("1"), request.cookie("a"));
        assertEquals(Optional.of("3"), request.cookie("b"));
        assertEquals(Optional.empty(), request.cookie("A"));
        assertEquals(Optional.empty(), request("").cookie("a"));
    }

    @Test
    void givesAllValuesInTheirOrder() {
        assertEquals(List.of("1", "2"), request("a=1&b=3&a=2").queryParams("a"));
        assertEquals(List.of(), request("").queryParams("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%c0%80", "a=%ed%a0%80", "a=%00", "a=\uFFFD"})
    void aMalformedQueryIsABindingProblemThatNamesTheParameter(String query) {
        BindingProblem problem =
                assertThrows(BindingProblem.class, () -> request(query).queryParam("a"));

        assertEquals(Status.BAD_REQUEST, problem.status());
        assertEquals("a", problem.errors().get(0).name());
    }

    @Test
    void keepsTextsOfOtherParameters() {
        Request request = request("b=%ff&a=1&b=2&c=%zz&c=%00");

        assertEquals(List.of("1"), request.queryParams("a"));
        assertEquals(List.of("2"), request.queryFields().texts("b"));
        assertEquals(
                List.of("b", "c"),
                request.queryFields().errors().stream().map(InputError::name).toList());
    }

    @Test
    void malformedNameIsAMistakeOfNoParameter() {
        BindingProblem problem =
                assertThrows(BindingProblem.class, () -> request("a=1&%zz=2").queryParam("a"));

        assertEquals("The query string has a name that is not valid percent-encoded UTF-8.", problem.detail());
    }

    @Test
    void aQueryOfTooManyParametersIsRefused() {
        assertThrows(BindingProblem.class, () -> request("a=1&".repeat(1_001)).queryParam("a"));
        assertEquals(1_000, request("a=1&".repeat(1_000)).queryParams("a").size());
    }

    @Test
    void aSnapshotKeepsHeadersThatTheEngineTakesBack() {
        Request snapshot = request("a=1").snapshot();

        assertEquals(Optional.of("yes"), snapshot.header("x-test"));
        assertEquals("/path", snapshot.path());
    }

    private static Request request(String query) {
        Headers headers = Headers.of(Map.of("X-Test", List.of("yes")));
        return Request.builder("GET", "/path").query(query).headers(headers).build();
    }
}
