package demo;

import io.jetalyst.http.Link;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Links to the routes of {@link Flights}.
 */
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class FlightsLinks {
    private FlightsLinks() {}

    public static Link big(BigDecimal price, BigInteger count, URI back) {
        return Link.to("/flights/big/{price}/{count}", price, count).query("back", back);
    }

    public static Link day(LocalDate day, String from, String cabin, String key) {
        return Link.to("/flights/{day}", day).query("from", from).query("cabin", cabin).query("key", key);
    }

    public static Link locals(Instant TimeConverters, String Flights, Collection<? extends Short> PrimitiveArrays) {
        return Link.to("/flights/locals").query("TimeConverters", TimeConverters).query("Flights", Flights).query("PrimitiveArrays", PrimitiveArrays);
    }

    public static Link several() {
        return Link.to("/flights/several");
    }

    public static Link several(Collection<? extends DayOfWeek> days, Collection<? extends String> via, Collection<? extends UUID> ids, Collection<? extends Duration> stops, Collection<? extends Integer> seats, Collection<? extends Character> rows) {
        return Link.to("/flights/several").query("days", days).query("via", via).query("ids", ids).query("stops", stops).query("seats", seats).query("rows", rows);
    }
}
