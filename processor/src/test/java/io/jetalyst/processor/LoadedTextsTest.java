package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests through the table of a controller that takes parameters of many types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadedTextsTest {
    private static final String CONTROLLER = """
            package demo;

            import io.jetalyst.annotation.*;
            import java.math.*;
            import java.net.URI;
            import java.text.ParseException;
            import java.time.*;
            import java.util.*;

            @Controller
            final class Texts {
                enum Cabin {
                    ECONOMY, BUSINESS;
                    static Cabin parse(String code) {
                        return switch (code) {
                            case "Y" -> ECONOMY;
                            case "C" -> BUSINESS;
                            default -> throw new IllegalArgumentException("secret " + code);
                        };
                    }
                }
                record Airport(String code) {
                    static Airport of(CharSequence code) throws ParseException {
                        if (code.length() != 3) throw new ParseException("secret", 0);
                        return code.toString().equals("???") ? null : new Airport(code.toString());
                    }
                }
                record Broken(String text) {
                    static Broken valueOf(String text) { throw new IllegalStateException("broken"); }
                }

                @Get("/times") String times(@QueryParam LocalDate a, @QueryParam LocalTime b, @QueryParam LocalDateTime c,
                        @QueryParam OffsetDateTime d, @QueryParam OffsetTime e, @QueryParam ZonedDateTime f, @QueryParam Instant g,
                        @QueryParam Year h, @QueryParam YearMonth i, @QueryParam MonthDay j, @QueryParam Duration k,
                        @QueryParam Period l, @QueryParam ZoneId m, @QueryParam ZoneOffset n) {
                    return String.join(" ", List.of("" + a, "" + b, "" + c, "" + d, "" + e, "" + f, "" + g, "" + h, "" + i, "" + j,
                            "" + k, "" + l, "" + m, "" + n));
                }
                @Get("/numbers/{a}/{b}") String numbers(BigInteger a, BigDecimal b) { return a + " " + b; }
                @Get("/others") String others(@QueryParam URI uri, @QueryParam Locale locale, @QueryParam Month month) {
                    return uri + " " + locale.toLanguageTag() + " " + month;
                }
                @Get("/own") String own(@QueryParam Cabin cabin, @QueryParam Optional<Airport> airport) { return cabin + " " + airport; }
                @Get("/broken") String broken(@QueryParam Broken broken) { return ""; }
                @Get("/default") String byDefault(@QueryParam @DefaultValue("Z") Cabin cabin) { return "" + cabin; }
                @Get("/several") String several(@QueryParam List<Cabin> cabins, @QueryParam Set<Integer> ids, @QueryParam Airport[] via,
                        @QueryParam @DefaultValue({"1", "2"}) long[] rows, @QueryParam Collection<DayOfWeek> days) {
                    return cabins + " " + ids + " " + Arrays.toString(via) + " " + Arrays.toString(rows) + " " + days;
                }
                @Get("/primitives") String primitives(@QueryParam int[] a, @QueryParam short[] b, @QueryParam byte[] c,
                        @QueryParam double[] d, @QueryParam float[] e, @QueryParam boolean[] f, @QueryParam char[] g) {
                    return Arrays.toString(a) + Arrays.toString(b) + Arrays.toString(c) + Arrays.toString(d) + Arrays.toString(e)
                            + Arrays.toString(f) + Arrays.toString(g);
                }
                @Get("/fields") String fields(@HeaderParam List<String> ifMatch, @HeaderParam Optional<String> accept, @CookieParam List<Integer> n) {
                    return ifMatch + " " + accept + " " + n;
                }
            }
            """;

    private LoadedController controller;

    @BeforeAll
    void load(@TempDir Path root) throws Exception {
        controller = new LoadedController(root, "Texts", CONTROLLER);
    }

    @AfterAll
    void close() throws Exception {
        controller.close();
    }

    private static final String TIMES = "a=2026-11-28&b=13:45&c=2026-11-28T13:45&d=2026-11-28T13:45%2B01:00&e=13:45Z"
            + "&f=2026-11-28T13:45%2B01:00[Europe/Berlin]&g=2026-11-28T12:45:00Z&h=2026&i=2026-11&j=--11-28&k=PT1H30M&l=P1Y2M3D"
            + "&m=Europe/Berlin&n=%2B01:00";

    @Test
    void convertsTimes() throws Exception {
        assertEquals(
                "2026-11-28 13:45 2026-11-28T13:45 2026-11-28T13:45+01:00 13:45Z 2026-11-28T13:45+01:00[Europe/Berlin]"
                        + " 2026-11-28T12:45:00Z 2026 2026-11 --11-28 PT1H30M P1Y2M3D Europe/Berlin +01:00",
                controller.get("/times?" + TIMES));
    }

    @Test
    void listsAllMistakesTogether() {
        BindingProblem problem = problem("/times?" + TIMES.replaceAll("=[^&]+", "=x"));
        assertEquals(14, problem.errors().size());
        assertEquals(
                new InputError("query", "a", "type", "must be a date such as 2026-11-28"),
                problem.errors().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/numbers/-12345678901234567890/1.50e3 | -12345678901234567890 1.50E+3",
                "/others?uri=https://example.org/a%3Fb&locale=pt-br&month=MAY | https://example.org/a?b pt-BR MAY",
                "/own?cabin=Y | ECONOMY Optional.empty",
                "/own?cabin=C&airport=TXL | BUSINESS Optional[Airport[code=TXL]]",
                "/several | [] [] [] [1, 2] []",
                "/several?cabins=Y&cabins=C&cabins=Y&ids=2&ids=1&ids=2&via=TXL&rows=7&days=MONDAY "
                        + "| [ECONOMY, BUSINESS, ECONOMY] [2, 1] [Airport[code=TXL]] [7] [MONDAY]",
                "/primitives?a=1&b=2&c=3&d=4&e=5&f=true&g=x&g=y | [1][2][3][4.0][5.0][true][x, y]",
            })
    void answers(String target, String body) throws Exception {
        assertEquals(body, controller.get(target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/numbers/1e5/1 | path a must be a whole number of at most 1000 digits",
                "/numbers/1/1e1001 | path b must be a number of at most 1000 digits",
                "/others?uri=a%20b&locale=de&month=MAY | query uri must be a URI",
                "/others?uri=a&locale=de_DE&month=MAY | query locale must be a language tag such as pt-BR",
                "/own?cabin=ECONOMY | query cabin is not valid",
                "/own?cabin=Y&airport=Berlin | query airport is not valid",
                "/own?cabin=Y&airport=??? | query airport is not valid",
                "/own?cabin=Y&airport=TXL&airport=SXF | query airport is given 2 times",
                "/primitives?a=1&a=x | query a[1] must be a whole number",
                "/primitives?a=1&a=2147483648 | query a[1] must be between -2147483648 and 2147483647",
            })
    void rejectsAndNamesTheParameter(String target, String expected) {
        InputError error = problem(target).errors().get(0);
        assertEquals(expected, error.in() + " " + error.name() + " " + error.detail());
    }

    private BindingProblem problem(String target) {
        return assertThrows(BindingProblem.class, () -> controller.get(target));
    }

    @Test
    void keepsErrorsOfTheApplicationApart() {
        assertThrows(IllegalStateException.class, () -> controller.get("/broken?broken=x"));
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> controller.get("/default"));
        assertFalse(String.valueOf(failure.getMessage()).contains("secret"));
    }

    @Test
    void readsMembersOfFieldsAndAllCookies() throws Exception {
        assertEquals(
                "[\"a,b\", \"c\", d] Optional[x, y] [1, 2]",
                controller.get(
                        "/fields",
                        Map.of(
                                "If-Match", List.of("\"a,b\" , \"c\",,", "d"),
                                "Accept", List.of("x", "y"),
                                "Cookie", List.of("n=1; m=3; n=2"))));
    }
}
