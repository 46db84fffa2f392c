package io.jetalyst.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.BindingProblem;
import java.lang.reflect.Method;
import java.util.Optional;
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
                        (Function<Param, Object>) Param::toUuid,
                        UUID.fromString("0191f1a0-0000-7000-8000-00000000000a")),
                Arguments.of("DAYS", (Function<Param, Object>) p -> p.toEnum(TimeUnit.class), TimeUnit.DAYS));
    }

    @ParameterizedTest
    @MethodSource("good")
    void converts(String text, Function<Param, Object> conversion, Object value) {
        assertEquals(value, conversion.apply(new Param("query", "x", text)));
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
                        Arguments.of("1-1-1-1-1", (Function<Param, Object>) Param::toUuid),
                        Arguments.of("+23e4567-e89b-12d3-a456-426614174000", (Function<Param, Object>) Param::toUuid),
                        Arguments.of("123e456-7e89b-12d3-a456-426614174000", (Function<Param, Object>) Param::toUuid),
                        Arguments.of("123e4567-e89b-12d3-a456-42661417400", (Function<Param, Object>) Param::toUuid),
                        Arguments.of("123e4567-e89b-12d3-a456-4266141740000", (Function<Param, Object>) Param::toUuid),
                        Arguments.of("", (Function<Param, Object>) Param::toUuid),
                        Arguments.of("0191f1a0-0000-7000-8000-00000000000g", (Function<Param, Object>) Param::toUuid),
                        Arguments.of("days", (Function<Param, Object>) p -> p.toEnum(TimeUnit.class))));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatCannotBeConvertedIsA400ThatNamesTheParameterAndNotTheValue(
            String text, Function<Param, Object> conversion) {
        BindingProblem problem =
                assertThrows(BindingProblem.class, () -> conversion.apply(new Param("path", "size", text)));

        assertEquals(400, problem.status().code());
        assertEquals("size", problem.members().get("parameter"));
        assertEquals("path", problem.members().get("in"));
        assertFalse(text.length() > 20 && problem.detail().contains(text), problem.detail());
    }

    @Test
    void aMissingValueIsAProblemUnlessThereIsADefaultOrAnOptional() {
        Param missing = new Param("query", "limit", null);

        BindingProblem problem = assertThrows(BindingProblem.class, missing::toInt);
        assertEquals("The query parameter \"limit\" is missing.", problem.detail());
        assertEquals(50, missing.or("50").toInt());
        assertEquals(Optional.empty(), missing.optionalInt());
        assertEquals(Optional.of(7), new Param("query", "limit", "7").or("50").optionalInt());
    }

    @Test
    void everyConversionHasAnOptionalForm() throws ReflectiveOperationException {
        Param missing = new Param("query", "limit", null);
        for (Method method : Param.class.getMethods()) {
            if (method.getName().startsWith("to")
                    && method.getParameterCount() == 0
                    && !method.getName().equals("toString")) {
                Method optional = Param.class.getMethod(method.getName().replaceFirst("to", "optional"));
                assertEquals(Optional.empty(), optional.invoke(missing), optional.getName());
                assertEquals(Optional.class, optional.getReturnType());
            }
        }
        assertEquals(Optional.empty(), missing.optionalEnum(TimeUnit.class));
        assertEquals(Optional.of(TimeUnit.DAYS), new Param("query", "unit", "DAYS").optionalEnum(TimeUnit.class));
    }

    @Test
    void anEnumProblemNamesTheConstants() {
        BindingProblem problem =
                assertThrows(BindingProblem.class, () -> new Param("query", "unit", "weeks").toEnum(TimeUnit.class));

        assertEquals(
                "The query parameter \"unit\" must be one of NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS, MINUTES, HOURS, DAYS.",
                problem.detail());
    }
}
