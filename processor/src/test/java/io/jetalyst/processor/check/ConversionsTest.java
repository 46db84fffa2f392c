package io.jetalyst.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.processor.model.Scalar;
import io.jetalyst.support.Converters;
import io.jetalyst.support.InvalidText;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The compiler accepts exactly the defaults that the runtime converts, for every kind of value. */
class ConversionsTest {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-0",
            "+1",
            "1",
            "127",
            "128",
            "-128",
            "-129",
            "32767",
            "32768",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1.5",
            "1e3",
            "1e999",
            "-1e999",
            "1e-999",
            "3.5e38",
            ".5",
            "5.",
            ".",
            "1f",
            "1d",
            "0x1",
            "NaN",
            "Infinity",
            "\u0661",
            "1_000",
            " 1",
            "1 ",
            "true",
            "false",
            "True",
            "yes",
            "x",
            "xy",
            "\uD83D\uDE00",
            "123e4567-e89b-42d3-a456-426614174000",
            "123E4567-E89B-42D3-A456-426614174000",
            "1-2-3-4-5",
            "123e4567-e89b-42d3-a456-42661417400g",
            "123e4567e89b42d3a456426614174000",
            "1".repeat(65),
            "0".repeat(64));

    @ParameterizedTest
    @EnumSource
    void convertsAsTheRuntimeDoes(Scalar scalar) throws ReflectiveOperationException {
        for (String text : TEXTS) {
            assertEquals(
                    converts(scalar, text),
                    Conversions.complaint(scalar, text).isEmpty(),
                    scalar + " \"" + text + "\"");
        }
    }

    private static boolean converts(Scalar scalar, String text) throws ReflectiveOperationException {
        try {
            Converters.class.getMethod(scalar.method(), String.class).invoke(null, text);
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidText) {
                return false;
            }
            throw e;
        }
    }
}
