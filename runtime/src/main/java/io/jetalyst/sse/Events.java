package io.jetalyst.sse;

import static java.util.Objects.requireNonNull;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.socket.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

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
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Source<T> source;
    private final Duration keepAlive;

    private Events(Source<T> source, Duration keepAlive) {
        this.source = source;
        this.keepAlive = keepAlive;
    }

    @FunctionalInterface
    private interface Source<T> {
        ResponseBody body(BodyWriter<T> writer, Duration keepAlive);
    }

    /** The events of a publisher, such as a {@link java.util.concurrent.SubmissionPublisher}. */
    public static <T> Events<T> of(Flow.Publisher<Event<T>> publisher) {
        requireNonNull(publisher);
        return new Events<>(
                (writer, keepAlive) -> body(new EventStream<>(publisher, event -> encode(event, writer), keepAlive)),
                KEEP_ALIVE);
    }

    /**
     * The messages of a topic as events without a name: its history first, and then each message that is published. They have no ids, so a
     * client that connects again receives the history again. A client that has left more than 512 messages or 512 KiB of them unread is
     * closed, so that it does not delay the others.
     */
    public static <T> Events<T> of(Topic<T> topic) {
        requireNonNull(topic);
        return new Events<>(
                (writer, keepAlive) -> body(new EventStream<>(topic.messages(), Events::encode, keepAlive)),
                KEEP_ALIVE);
    }

    /**
     * The events of a stream, which a thread for blocking tasks reads at the pace of the client, and closes once. It sends no comments, since
     * its thread may wait in the stream; a publisher is better for events that are rare.
     */
    public static <T> Events<T> of(Stream<Event<T>> stream) {
        requireNonNull(stream);
        return new Events<>(
                (writer, keepAlive) ->
                        new ResponseBody.Output(new EventWriter<>(stream, event -> encode(event, writer)), -1),
                KEEP_ALIVE);
    }

    /**
     * The same events with another time between two comments.
     *
     * @throws IllegalArgumentException if it is less than a millisecond or more than an hour
     */
    public Events<T> keepAlive(Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "the time between two comments is a millisecond to an hour, not " + time);
        }
        return new Events<>(source, time);
    }

    /**
     * The response that sends the events. Nobody may transform or store it (RFC 9111 §5.2.2), and nginx does not buffer it.
     *
     * @param writer encodes the data of an event
     */
    public Response toResponse(BodyWriter<T> writer) {
        return Response.of(EventFormat.MEDIA_TYPE, source.body(writer, keepAlive))
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no");
    }

    private static ResponseBody body(EventStream<?> events) {
        return new ResponseBody.Stream(events, -1, () -> {});
    }

    private static <T> byte[] encode(Event<T> event, BodyWriter<T> writer) {
        return EventFormat.encode(event, writer.write(event.data()));
    }

    private static byte[] encode(ByteBuffer message) {
        byte[] data = new byte[message.remaining()];
        message.get(data);
        return EventFormat.encode(data);
    }
}
