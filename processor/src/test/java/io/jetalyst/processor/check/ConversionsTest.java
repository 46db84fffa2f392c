package io.jetalyst.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.processor.model.Scalar;
import io.jetalyst.support.Converters;
import io.jetalyst.support.InvalidText;
import io.jetalyst.support.TimeConverters;
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
            "0".repeat(64),
            "9".repeat(1000),
            "9".repeat(1001),
            "-" + "9".repeat(1000),
            "0." + "9".repeat(1000),
            "1e1000",
            "1e1001",
            "1e-1000",
            "1e-1001",
            "1e2147483647",
            "1e2147483648",
            "1E+5",
            "2026-11-28",
            "2026-02-30",
            "26-11-28",
            "20261128",
            "13:45",
            "13:45:30.123456789",
            "24:00",
            "2026-11-28T13:45",
            "2026-11-28 13:45",
            "2026-11-28T13:45+01:00",
            "2026-11-28T13:45:00Z",
            "2026-11-28T13:45+01:00[Europe/Berlin]",
            "2026-11-28T13:45+01:00[Europe/Nowhere]",
            "13:45+01:00",
            "2026",
            "2026-11",
            "--11-28",
            "--02-30",
            "PT1H30M",
            "PT",
            "P1Y2M3D",
            "P99999999999Y",
            "PT9223372036854775808S",
            "P" + "1".repeat(200) + "D",
            "Europe/Berlin",
            "Nowhere/City",
            "Z",
            "+01:00",
            "+25:00",
            "https://example.org/a?b=c#d",
            "a b",
            "%zz",
            "http://[",
            "pt-BR",
            "pt_BR",
            "de-",
            "x-private",
            "zh-Hant-TW");

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
            Class<?> holder = scalar.isTime() ? TimeConverters.class : Converters.class;
            holder.getMethod(scalar.method(), String.class).invoke(null, text);
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidText) {
                return false;
            }
            throw e;
        }
    }
}
