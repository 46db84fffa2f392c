package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Controller
class Flights {
    static class Airport {
        Airport(String code) {}
    }

    private record Seat(String text) {
        static Seat of(String text) {
            return new Seat(text);
        }
    }

    @Get("/a/{days}")
    String a(List<LocalDate> days) {
        return "";
    }

    @Get("/b")
    String b(
            @QueryParam Airport from,
            @QueryParam List<Airport> via,
            @QueryParam List raw,
            @QueryParam Set<? extends Number> wild,
            @QueryParam Optional<List<String>> maybe,
            @QueryParam Set<Optional<String>> holes,
            @QueryParam String[][] matrix,
            @QueryParam ArrayDeque<String> queue,
            @QueryParam Path path) {
        return "";
    }

    @Get("/c")
    String c(
            @QueryParam @DefaultValue({"1", "2"}) int one,
            @QueryParam @DefaultValue({}) String none,
            @QueryParam @DefaultValue({"2026-11-28", "2026-11-31"}) List<LocalDate> days,
            @QueryParam @DefaultValue("1h") Duration within,
            @QueryParam @DefaultValue("de_DE") java.util.Locale locale,
            @QueryParam @DefaultValue("a b") java.net.URI link,
            @QueryParam @DefaultValue("1e5") java.math.BigInteger big,
            @QueryParam @DefaultValue("1e9999") java.math.BigDecimal price) {
        return "";
    }

    @Post("/d")
    String d(List<String> tags, String text, int[] seats, @QueryParam Set<Seat> seat) {
        return "";
    }
}
