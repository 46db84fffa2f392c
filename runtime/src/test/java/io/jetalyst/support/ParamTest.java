package io.jetalyst.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Headers;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.internal.pipeline.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParamTest {
    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("", (Function<Param, Object>) Param::toText, ""),
                Arguments.of("-2147483648", (Function<Param, Object>) Param::toInt, Integer.MIN_VALUE),
                Arguments.of("9223372036854775807", (Function<Param, Object>) Param::toLong, Long.MAX_VALUE),
                Arguments.of("32767", (Function<Param, Object>) Param::toShort, Short.MAX_VALUE),
                Arguments.of("-128", (Function<Param, Object>) Param::toByte, Byte.MIN_VALUE),
                Arguments.of("1.5e3", (Function<Param, Object>) Param::toDouble, 1500.0),
                Arguments.of("-0.25", (Function<Param, Object>) Param::toFloat, -0.25f),
                Arguments.of("true", (Function<Param, Object>) Param::toBoolean, true),
                Arguments.of("ä", (Function<Param, Object>) Param::toChar, 'ä'),
                Arguments.of(
                        "0191f1a0-0000-7000-8000-00000000000a",
                        (Function<Param, Object>) p -> p.to(Converters.UUID),
                        UUID.fromString("0191f1a0-0000-7000-8000-00000000000a")),
                Arguments.of(
                        "DAYS", (Function<Param, Object>) p -> p.to(Converters.toEnum(TimeUnit.class)), TimeUnit.DAYS));
    }

    @ParameterizedTest
    @MethodSource("good")
    void converts(String text, Function<Param, Object> conversion, Object value) {
        Params params = params("");

        assertEquals(value, conversion.apply(new Param(params, "query", "x", List.of(text))));
        params.check();
    }

    static Stream<Arguments> bad() {
        Stream<Function<Param, Object>> numbers =
                Stream.of(Param::toInt, Param::toLong, Param::toShort, Param::toByte, Param::toDouble, Param::toFloat);
        Stream<Arguments> nonNumbers = numbers.flatMap(conversion -> Stream.of(
                        "", " ", " 1", "1 ", "a", "NaN", "Infinity", "0x10", "1_000", "١", "1,5", "9".repeat(1_000_000))
                .map(text -> Arguments.of(text, conversion)));
        return Stream.concat(
                nonNumbers,
                Stream.of(
                        Arguments.of("2147483648", (Function<Param, Object>) Param::toInt),
                        Arguments.of("1.0", (Function<Param, Object>) Param::toInt),
                        Arguments.of("9223372036854775808", (Function<Param, Object>) Param::toLong),
                        Arguments.of("32768", (Function<Param, Object>) Param::toShort),
                        Arguments.of("128", (Function<Param, Object>) Param::toByte),
                        Arguments.of("1e999", (Function<Param, Object>) Param::toDouble),
                        Arguments.of("1e39", (Function<Param, Object>) Param::toFloat),
                        Arguments.of("1d", (Function<Param, Object>) Param::toDouble),
                        Arguments.of("TRUE", (Function<Param, Object>) Param::toBoolean),
                        Arguments.of("1", (Function<Param, Object>) Param::toBoolean),
                        Arguments.of("ab", (Function<Param, Object>) Param::toChar),
                        Arguments.of("", (Function<Param, Object>) Param::toChar),
                        Arguments.of("1-1-1-1-1", (Function<Param, Object>) p -> p.to(Converters.UUID)),
                        Arguments.of("+23e4567-e89b-12d3-a456-426614174000", (Function<Param, Object>)
                                p -> p.to(Converters.UUID)),
                        Arguments.of("123e456-7e89b-12d3-a456-426614174000", (Function<Param, Object>)
                                p -> p.to(Converters.UUID)),
                        Arguments.of("123e4567-e89b-12d3-a456-42661417400", (Function<Param, Object>)
                                p -> p.to(Converters.UUID)),
                        Arguments.of("123e4567-e89b-12d3-a456-4266141740000", (Function<Param, Object>)
                                p -> p.to(Converters.UUID)),
                        Arguments.of("", (Function<Param, Object>) p -> p.to(Converters.UUID)),
                        Arguments.of("0191f1a0-0000-7000-8000-00000000000g", (Function<Param, Object>)
                                p -> p.to(Converters.UUID)),
                        Arguments.of("days", (Function<Param, Object>) p -> p.to(Converters.toEnum(TimeUnit.class)))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void reportsTextThatCannotBeConvertedByTheNameOfItsParameter(String text, Function<Param, Object> conversion) {
        Params params = params("");
        conversion.apply(new Param(params, "path", "size", List.of(text)));

        BindingProblem problem = assertThrows(BindingProblem.class, params::check);

        assertEquals(400, problem.status().code());
        InputError error = problem.errors().get(0);
        assertEquals("path size type", error.in() + " " + error.name() + " " + error.code());
        assertFalse(text.length() > 20 && problem.detail().contains(text), problem.detail());
    }

    @Test
    void reportsMissingText() {
        Params params = params("");

        assertEquals(0, params.query("limit").toInt());

        BindingProblem problem = assertThrows(BindingProblem.class, params::check);
        assertEquals("The query parameter \"limit\" is missing.", problem.detail());
        assertEquals("required", problem.errors().get(0).code());
    }

    @Test
    void usesTheDefaultWhereTheRequestHasNoText() {
        Params params = params("limit=7");

        assertEquals(50, params.query("size").or("50").toInt());
        assertEquals(7, params.query("limit").or("50").toInt());
        assertEquals(List.of(1, 2), params.query("size").or("1", "2").list(Converters.INT));
        params.check();
    }

    @Test
    void treatsTextThatTheUserLeftEmptyAsMissing() {
        Params params = params("size=&name=&tag=&tag=a");

        assertEquals(50, params.query("size").or("50").toInt());
        assertEquals(Optional.empty(), params.query("size").optional(Converters.INT));
        assertEquals(List.of(), params.query("size").list(Converters.INT));
        assertEquals(List.of("a"), params.query("tag").list(Converters.TEXT));
        assertEquals("", params.query("name").toText());
        assertEquals("none", params.query("name").or("none").toText());
        params.check();
        params.query("size").toInt();
        assertEquals(
                "required",
                assertThrows(BindingProblem.class, params::check)
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void keepsEmptyTextOfHeaderFields() {
        Params params = params("");
        assertEquals(Optional.of(""), new Param(params, "header", "x", List.of("")).optional(Converters.TEXT));
    }

    @Test
    void returnsEmptyOptionalWithoutText() {
        Params params = params("limit=7");

        assertEquals(Optional.empty(), params.query("size").optional(Converters.INT));
        assertEquals(Optional.of(7), params.query("limit").optional(Converters.INT));
        params.check();
    }

    @Test
    void convertsEachText() {
        Params params = params("id=3&id=1&id=3");

        assertEquals(List.of(3, 1, 3), params.query("id").list(Converters.INT));
        assertEquals(Set.of(1, 3), params.query("id").set(Converters.INT));
        assertArrayEquals(new Integer[] {3, 1, 3}, params.query("id").array(Converters.INT, Integer[]::new));
        params.check();
    }

    @Test
    void reportsTextThatIsGivenTwiceForASingleValue() {
        Params params = params("id=3&id=1");

        params.query("id").toInt();
        params.query("id").optional(Converters.INT);

        assertEquals(
                List.of("repeated", "repeated"),
                assertThrows(BindingProblem.class, params::check).errors().stream()
                        .map(InputError::code)
                        .toList());
    }

    @Test
    void reportsAllMistakesTogether() {
        Params params = params("page=x");

        params.query("page").toInt();
        params.query("size").toInt();
        params.header("X-Trace").toText();

        BindingProblem problem = assertThrows(BindingProblem.class, params::check);
        assertEquals("The request has 3 values that are not valid.", problem.detail());
        assertEquals(
                List.of("page", "size", "X-Trace"),
                problem.errors().stream().map(InputError::name).toList());
    }

    @Test
    void reportsAnUnreadableQueryOnceForEachParameter() {
        Params params = params("page=%zz");

        params.query("page").or("1").toInt();

        assertEquals(
                List.of("encoding"),
                assertThrows(BindingProblem.class, params::check).errors().stream()
                        .map(InputError::code)
                        .toList());
    }

    @Test
    void hidesTheMessagesOfConvertersOfTheApplication() {
        Params params = params("n=secret");

        params.query("n").to(text -> {
            throw new IllegalArgumentException("no such account: " + text);
        });

        assertEquals(
                "The query parameter \"n\" is not valid.",
                assertThrows(BindingProblem.class, params::check).detail());
    }

    @Test
    void joinsTheLinesOfAHeaderField() {
        Headers headers = Headers.of(Map.of("Cookie", List.of("a=1", "b=2"), "X-Trace", List.of("1", "2")));
        Params params = Params.of(
                new RequestContext(Request.builder("GET", "/").headers(headers).build(), null));

        assertEquals(
                "a=1; b=2", params.header("cookie").toText()); // HTTP/2 may send one line for each (RFC 9113 §8.2.3)
        assertEquals("1, 2", params.header("x-trace").toText());
    }

    @Test
    void namesTheConstantsOfAnEnum() {
        Params params = params("unit=weeks");

        params.query("unit").to(Converters.toEnum(TimeUnit.class));

        assertEquals(
                "The query parameter \"unit\" must be one of NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS.",
                assertThrows(BindingProblem.class, params::check).detail());
    }

    private static Params params(String query) {
        return Params.of(
                new RequestContext(Request.builder("GET", "/").query(query).build(), null));
    }
}
