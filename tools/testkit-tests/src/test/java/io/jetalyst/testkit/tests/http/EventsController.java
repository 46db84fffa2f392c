package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.HeaderParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Server-sent events of a topic and of a stream. */
@Controller
final class EventsController {
    record Price(String share, int cents) {}

    private final Topic<Price> prices;

    EventsController(Topics topics) {
        this.prices = topics.topic("prices", Price.class, TopicOptions.DEFAULT.history(1));
    }

    @Get("/prices/events")
    Events<Price> prices() {
        return Events.of(prices);
    }

    @Post("/prices")
    void change(@QueryParam String share, @QueryParam int cents) {
        prices.publish(new Price(share, cents));
    }

    @Get("/steps/events")
    Events<String> steps(@HeaderParam("Last-Event-ID") Optional<Long> after) {
        Stream<Event<String>> events = stepsAfter(after.orElse(0L))
                .mapToObj(
                        step -> Event.of("Step " + step).id(Long.toString(step)).name("step"));
        return Events.of(events);
    }

    @Get("/prices")
    Stream<Price> history(@QueryParam int count) {
        return IntStream.range(0, count).mapToObj(i -> new Price("ACME", i));
    }

    private static LongStream stepsAfter(long step) {
        return LongStream.rangeClosed(step + 1, 3);
    }
}
