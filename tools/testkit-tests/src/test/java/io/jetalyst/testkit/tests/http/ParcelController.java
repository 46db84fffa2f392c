package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.ConvertWith;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket endpoint and the page of its path, which take the same values. */
@Controller
@Path("/parcels/{parcel}")
final class ParcelController {
    @ConvertWith(Parcels.class)
    record Parcel(long id) {}

    @ConvertWith(Depots.class)
    record Depot(Parcel parcel, String name) {}

    /** Counts its calls. */
    static final class Parcels {
        private final AtomicInteger calls;

        Parcels(AtomicInteger calls) {
            this.calls = calls;
        }

        Optional<Parcel> convert(long id) {
            calls.incrementAndGet();
            return Optional.of(new Parcel(id)).filter(parcel -> id < 10);
        }
    }

    /** Counts its calls, and answers on another thread. */
    static final class Depots {
        private final AtomicInteger calls;

        Depots(AtomicInteger calls) {
            this.calls = calls;
        }

        CompletionStage<Optional<Depot>> convert(Parcel parcel, String name) {
            calls.incrementAndGet();
            return CompletableFuture.supplyAsync(() -> Optional.of(new Depot(parcel, name)));
        }
    }

    @WebSocket("/{depot}")
    boolean follow(WebSocketHandshake handshake, Depot depot, @QueryParam List<Parcel> with) {
        return false;
    }

    @Get("/{depot}")
    String show(Parcel parcel, Depot depot, @QueryParam List<Parcel> with) {
        return depot.name() + " " + (depot.parcel() == parcel) + " " + with.size();
    }
}
