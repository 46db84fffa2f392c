package io.jetalyst.support;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Accept;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.http.Status;
import io.jetalyst.sse.Events;
import io.jetalyst.view.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts the values that controller methods return to results. Generated code calls it. */
public final class Results {
    /** The parameter that the media types of texts have. */
    private static final String CHARSET = ";charset=utf-8";

    private static final Response NO_CONTENT = Response.of(Status.NO_CONTENT);

    private Results() {}

    /** The response of a method that returns nothing. */
    public static Response none() {
        return NO_CONTENT;
    }

    /** The response of a method that returns a future of nothing. */
    public static Response none(@Nullable Object nothing) {
        return NO_CONTENT;
    }

    public static Response response(@Nullable Response response) {
        return present(response);
    }

    public static Response text(@Nullable String text) {
        return Response.text(present(text));
    }

    public static Response view(@Nullable View view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try {
            present(view).render(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.bytes(view.contentType(), out.toByteArray());
    }

    public static <T> Response json(BodyWriter<T> writer, @Nullable T value) {
        return Response.bytes(MediaType.JSON, writer.write(present(value)));
    }

    /** The response that sends server-sent events. */
    public static <T> Response events(Context context, BodyWriter<T> writer, @Nullable Events<T> events) {
        return present(events).toResponse(context.request(), writer);
    }

    /** The response with bytes of no declared media type. */
    public static Response bytes(byte @Nullable [] bytes) {
        return Response.bytes(MediaType.OCTET_STREAM, present(bytes));
    }

    /** The response with the bytes of a stream, which the engine closes. */
    public static Response stream(@Nullable InputStream stream) {
        return Response.stream(MediaType.OCTET_STREAM, present(stream));
    }

    /** The response with the parts of a publisher. */
    public static Response parts(Flow.@Nullable Publisher<ByteBuffer> parts) {
        return Response.stream(MediaType.OCTET_STREAM, present(parts));
    }

    /** The response with a file, or 404 if there is none. */
    public static Response file(@Nullable Path file) {
        return Response.file(present(file));
    }

    /**
     * The elements of a stream as an array or as lines of JSON, as the client accepts it.
     *
     * @param mediaTypes those that the method declares; none if it declares none
     */
    public static <T> Response elements(
            Context context, BodyWriter<T> writer, @Nullable Stream<T> elements, String... mediaTypes) {
        String[] offered = mediaTypes.length == 0 ? ElementFormat.MEDIA_TYPES : mediaTypes;
        String mediaType = preferred(context, offered);
        ElementWriter<T> body = new ElementWriter<>(ElementFormat.of(mediaType), writer, present(elements));
        return varied(Response.of(mediaType, new ResponseBody.Output(body, -1)), offered);
    }

    /** The same with the elements of a publisher. */
    public static <T> Response elements(
            Context context, BodyWriter<T> writer, Flow.@Nullable Publisher<T> elements, String... mediaTypes) {
        String[] offered = mediaTypes.length == 0 ? ElementFormat.MEDIA_TYPES : mediaTypes;
        String mediaType = preferred(context, offered);
        Flow.Publisher<ByteBuffer> body =
                new ElementPublisher<>(ElementFormat.of(mediaType), writer, present(elements));
        return varied(Response.stream(mediaType, body), offered);
    }

    /** The same result in the media type of these that the client prefers; unchanged if it has no content. */
    public static Result produced(Context context, Result result, String... mediaTypes) {
        String mediaType = mediaTypes.length == 1 ? mediaTypes[0] : preferred(context, mediaTypes);
        return result.map(response -> varied(typed(response, mediaType), mediaTypes));
    }

    private static Response typed(Response response, String mediaType) {
        String before = response.header("Content-Type").orElse("");
        boolean text = mediaType.startsWith("text/")
                && before.endsWith(CHARSET)
                && !mediaType.toLowerCase(Locale.ROOT).contains("charset=");
        return before.isEmpty() ? response : response.header("Content-Type", text ? mediaType + CHARSET : mediaType);
    }

    private static Response varied(Response response, String... mediaTypes) {
        return mediaTypes.length > 1 ? response.vary("Accept") : response;
    }

    /** The first one if the client accepts none: the framework has answered 406 then, unless the result is that of an error handler. */
    private static String preferred(Context context, String... mediaTypes) {
        return mediaTypes.length == 1
                ? mediaTypes[0]
                : Accept.of(context.request().headers())
                        .best(List.of(mediaTypes))
                        .orElse(mediaTypes[0]);
    }

    /** The bytes of a text; a {@link BodyWriter} for elements of type {@code String}. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The response for the value, or 404 if the {@code Optional} is empty. */
    public static <T> Response optional(@Nullable Optional<T> value, Function<T, Response> result) {
        return present(value).map(result).orElseThrow(() -> HttpProblem.notFound("There is nothing here."));
    }

    /** The response with the value as JSON, or 404 if the {@code Optional} is empty. */
    public static <T> Response optionalJson(BodyWriter<T> writer, @Nullable Optional<T> value) {
        return optional(value, found -> json(writer, found));
    }

    /** The response of the reply's value with the status and the fields of the reply. */
    public static <T> Response reply(@Nullable Reply<T> reply, Function<T, Response> content) {
        return present(reply).toResponse(content);
    }

    /** The response with the reply's value as JSON, and with the status and the fields of the reply. */
    public static <T> Response replyJson(BodyWriter<T> writer, @Nullable Reply<T> reply) {
        return reply(reply, content -> json(writer, content));
    }

    /** The same result with another status. */
    public static Result status(int code, Result result) {
        Status status = Status.of(code);
        return result.map(response -> response.status(status));
    }

    public static <T> Result later(@Nullable CompletionStage<T> value, Function<T, Response> result) {
        return new Deferred(present(value).thenApply(result));
    }

    /** The response with the value of the stage as JSON. */
    public static <T> Result laterJson(BodyWriter<T> writer, @Nullable CompletionStage<T> value) {
        return later(value, done -> json(writer, done));
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new NullPointerException(
                    "the controller method returned null; for \"there is none\" return an Optional");
        }
        return value;
    }
}
