package demo;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Params;
import io.jetalyst.support.PrimitiveArrays;
import io.jetalyst.support.Results;
import io.jetalyst.support.TimeConverters;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
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
import javax.annotation.processing.Generated;

/**
 * Routes of {@link Flights}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
@SuppressWarnings("deprecation")
public final class Flights_Routes implements RouteTable {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/flights/big/{price}/{count}", "Flights.big").produces("text/plain"),
                Route.get("/flights/locals", "Flights.locals").produces("text/plain"),
                Route.get("/flights/several", "Flights.several").produces("text/plain"),
                Route.get("/flights/{day}", "Flights.day").produces("text/plain"));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return new Calls(new Flights());
    }

    private static final class Calls implements Invoker {
        private final Flights controller;

        Calls(Flights controller) {
            this.controller = controller;
        }

        @Override
        public Result call(int route, Context context) {
            Params params = Params.of(context);
            return switch (route) {
                case 0 -> {
                    BigDecimal price = params.path(0, "price").to(Converters.BIG_DECIMAL);
                    BigInteger count = params.path(1, "count").to(Converters.BIG_INTEGER);
                    Locale locale = params.header("Accept-Language").to(Converters.LOCALE);
                    URI back = params.query("back").to(Converters.URI);
                    params.check();
                    yield Results.text(controller.big(price, count, locale, back));
                }
                case 1 -> {
                    Instant TimeConverters2 = params.query("TimeConverters").to(TimeConverters.INSTANT);
                    Flights.Airport Flights2 = params.query("Flights").to(Flights.Airport::parse);
                    short[] PrimitiveArrays2 = PrimitiveArrays.toShorts(params.query("PrimitiveArrays").list(Converters.SHORT));
                    params.check();
                    yield Results.text(controller.locals(TimeConverters2, Flights2, PrimitiveArrays2));
                }
                case 2 -> {
                    Set<DayOfWeek> days = params.query("days").or("MONDAY", "FRIDAY").set(Converters.toEnum(DayOfWeek.class));
                    List<Flights.Airport> via = params.query("via").list(Flights.Airport::parse);
                    Collection<UUID> ids = params.query("ids").list(Converters.UUID);
                    Duration[] stops = params.query("stops").or("PT1H").array(TimeConverters.DURATION, Duration[]::new);
                    int[] seats = PrimitiveArrays.toInts(params.query("seats").list(Converters.INT));
                    char[] rows = PrimitiveArrays.toChars(params.query("rows").list(Converters.CHAR));
                    List<String> ifMatch = params.headerList("If-Match").list(Converters.TEXT);
                    List<ZoneId> zone = params.cookies("zone").list(TimeConverters.ZONE_ID);
                    params.check();
                    yield Results.text(controller.several(days, via, ids, stops, seats, rows, ifMatch, zone));
                }
                case 3 -> {
                    LocalDate day = params.path(0, "day").to(TimeConverters.LOCAL_DATE);
                    Optional<Flights.Airport> from = params.query("from").optional(Flights.Airport::parse);
                    Flights.Cabin cabin = params.query("cabin").to(Flights.Cabin::of);
                    Flights.Key<Flights.Airport> key = params.query("key").to(Flights.Key::of);
                    params.check();
                    yield Results.text(controller.day(day, from, cabin, key));
                }
                default -> throw new IllegalArgumentException("no HTTP route " + route);
            };
        }
    }
}
