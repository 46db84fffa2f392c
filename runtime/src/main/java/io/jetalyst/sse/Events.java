package io.jetalyst.sse;

import static java.util.Objects.requireNonNull;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicMessage;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a controller method that sends server-sent events ({@code text/event-stream}) until its source ends, the client is gone, or
 * the server stops. A value may be returned once.
 *
 * <pre>{@code
 * @Get("/events")
 * Events<Edit> follow() {
 *     return Events.of(edits); // a Flow.Publisher<Event<Edit>>, or a Topic<Edit>
 * }
 * }</pre>
 *
 * <ul>
 *   <li><b>Pace.</b> The framework requests the next event from a publisher when the client has taken the last one. It cancels the
 *       subscription once if the client is gone or the server stops, and requests nothing after that.
 *   <li><b>Keep-alive.</b> While there is no event, a comment is sent every 15 seconds. Proxies and clients see that the connection is alive,
 *       and the server notices a client that is gone. A client that takes nothing for twice that time is closed.
 *   <li><b>Failures.</b> If the source fails, the failure is logged and the connection ends. The browser connects again, and sends the id of
 *       its last event as the header field {@code Last-Event-ID}.
 * </ul>
 *
 * <p>The time limit for a response ({@code server.answer-timeout}) ends when the events begin.
 *
 * @param <T> the type of the data: {@code String} is sent as it is, any other type as JSON
 */
public final class Events<T> {
    /** Stands for the setting. */
    private static final Duration UNSET = Duration.ofMillis(-1);

    private final Source<T> source;
    private final @Nullable Supplier<? extends T> first;
    private final Duration keepAlive;

    private Events(Source<T> source, @Nullable Supplier<? extends T> first, Duration keepAlive) {
        this.source = source;
        this.first = first;
        this.keepAlive = keepAlive;
    }

    @FunctionalInterface
    private interface Source<T> {
        ResponseBody body(Opening<T> opening);
    }

    /**
     * How the events of one response begin.
     *
     * @param writer encodes the data of an event
     * @param known the id of the last event that the client has received; empty if it has received none
     * @param first creates the event that is sent before those of the source
     */
    private record Opening<T>(
            BodyWriter<T> writer,
            Duration keepAlive,
            String known,
            @Nullable Supplier<byte[]> first) {
        <S> ResponseBody stream(Flow.Publisher<S> publisher, Function<S, byte[]> encoder) {
            return new ResponseBody.Stream(new EventStream<>(publisher, encoder, first, keepAlive), -1, () -> {});
        }

        byte[] encode(Event<T> event) {
            return EventFormat.encode(event, writer.write(event.data()));
        }
    }

    /** The events of a publisher, such as a {@link java.util.concurrent.SubmissionPublisher}. */
    public static <T> Events<T> of(Flow.Publisher<Event<T>> publisher) {
        requireNonNull(publisher);
        return new Events<>(opening -> opening.stream(publisher, opening::encode), null, UNSET);
    }

    /**
     * The messages of a topic as events without a name: its history first, and then each message that is published. Each has an id. A browser
     * that connects again sends the last one as {@code Last-Event-ID}, and receives only the later messages, as far as the topic keeps them
     * in its history; if it does not keep the last one any more, the browser receives the whole history. A client that has left more than 512 messages or 512 KiB of them unread is
     * closed, so that it does not delay the others.
     */
    public static <T> Events<T> of(Topic<T> topic) {
        requireNonNull(topic);
        return new Events<>(
                opening -> opening.stream(
                        opening.first() == null ? topic.messages(opening.known()) : topic.messages(), Events::encode),
                null,
                UNSET);
    }

    /**
     * The events of a stream, which a thread for blocking tasks reads at the pace of the client, and closes once. It sends no comments, since
     * its thread may wait in the stream; a publisher is better for events that are rare. When the server stops, the thread is interrupted if
     * it waits in the stream. If the stream does not react to that, the stop waits for its next event.
     */
    public static <T> Events<T> of(Stream<Event<T>> stream) {
        requireNonNull(stream);
        return new Events<>(
                opening -> new ResponseBody.Output(new EventWriter<>(stream, opening::encode, opening.first()), -1),
                null,
                UNSET);
    }

    /**
     * The same events after a first one, which has this value and no id: the current state, and then its changes.
     *
     * <pre>{@code
     * @Get("/events")
     * Events<Counts> events() {
     *     return Events.of(changes).startingWith(this::counts); // a Topic<Counts>
     * }
     *
     * @Post("/yes")
     * synchronized void yes() {
     *     counts = counts.plusYes();
     *     changes.publish(counts);
     * }
     * }</pre>
     *
     * <p>The framework subscribes to the source first, and then calls the supplier, on a thread that may block. A client therefore receives
     * each change that the first value does not have. A change that is published meanwhile may be in the value and come again, so let each
     * message have the whole state.
     *
     * <p>The first event takes the place of the history of a topic: {@code Last-Event-ID} has no effect.
     *
     * @param first called once for each response, except for {@code HEAD}; if it throws an exception, the response fails as if the controller
     *     had thrown it
     */
    public Events<T> startingWith(Supplier<? extends T> first) {
        requireNonNull(first);
        return new Events<>(source, first, keepAlive);
    }

    /**
     * The same events with another time between two comments than the setting {@code server.event-keep-alive}, which is 15 seconds.
     *
     * @throws IllegalArgumentException if it is less than a millisecond or more than an hour
     */
    public Events<T> keepAlive(Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "the time between two comments is a millisecond to an hour, not " + time);
        }
        return new Events<>(source, first, time);
    }

    /**
     * The response that sends the events. Nobody may transform or store it (RFC 9111 §5.2.2), and nginx does not buffer it.
     *
     * @param request says the last event that the client has received
     * @param writer encodes the data of an event
     */
    public Response toResponse(Request request, BodyWriter<T> writer) {
        Supplier<? extends T> value = first;
        Supplier<byte[]> begin =
                value == null ? null : () -> EventFormat.encode(writer.write(requireNonNull(value.get())));
        String known = request.header("Last-Event-ID").orElse("");
        return Response.of(EventFormat.MEDIA_TYPE, source.body(new Opening<>(writer, keepAlive, known, begin)))
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
    }

    private static byte[] encode(TopicMessage message) {
        byte[] data = new byte[message.content().remaining()];
        message.content().get(data);
        return message.id().isEmpty()
                ? EventFormat.encode(data)
                : EventFormat.encode(Event.of("").id(message.id()), data);
    }
}
