package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.CookieParam;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Controller
@Path("/flights")
class Flights {
    /** Has a static method of its own, which counts before the names of constants. */
    enum Cabin {
        ECONOMY,
        BUSINESS;

        static Cabin of(String code) {
            return code.equals("Y") ? ECONOMY : BUSINESS;
        }
    }

    record Airport(String code) {
        @Deprecated
        static Airport parse(CharSequence code) {
            return new Airport(code.toString());
        }

        static Airport of(String code, int more) {
            throw new UnsupportedOperationException(code + more);
        }

        static String valueOf(String code) {
            return code;
        }
    }

    record Key<T>(String text) {
        static <T> Key<T> of(String text) {
            return new Key<>(text);
        }
    }

    @Get("/{day}")
    String day(LocalDate day, @QueryParam Optional<Airport> from, @QueryParam Cabin cabin, @QueryParam Key<Airport> key) {
        return "";
    }

    @Get("/big/{price}/{count}")
    String big(BigDecimal price, BigInteger count, @HeaderParam("Accept-Language") Locale locale, @QueryParam URI back) {
        return "";
    }

    @Get("/several")
    String several(
            @QueryParam @DefaultValue({"MONDAY", "FRIDAY"}) Set<DayOfWeek> days,
            @QueryParam List<Airport> via,
            @QueryParam Collection<UUID> ids,
            @QueryParam @DefaultValue("PT1H") Duration[] stops,
            @QueryParam int[] seats,
            @QueryParam char[] rows,
            @HeaderParam List<String> ifMatch,
            @CookieParam List<ZoneId> zone) {
        return "";
    }

    @Get("/locals")
    String locals(@QueryParam Instant TimeConverters, @QueryParam Airport Flights, @QueryParam short[] PrimitiveArrays) {
        return "";
    }
}
