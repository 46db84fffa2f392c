package io.jetalyst.support;

import io.jetalyst.body.UploadedFile;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Key;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Cookies;
import io.jetalyst.http.EncodedFields;
import io.jetalyst.http.InputError;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one call of a controller's method: one method for each source. Generated code calls {@link #check} after it has read the
 * last parameter, so that one response lists the mistakes of all.
 */
public final class Params extends Mistakes {
    /** The results of converters, by the converters and their arguments. */
    private static final Key<Map<List<Object>, Object>> LOADED = Key.of("io.jetalyst.loaded");

    private final Context context;
    private @Nullable FormParams form;

    private Params(Context context, @Nullable Map<String, List<String>> submitted) {
        super(context, submitted);
        this.context = context;
    }

    public static Params of(Context context) {
        return new Params(context, null);
    }

    /** Parameters of the same request whose mistakes the method receives with {@code submittedForm} or {@code submittedBody}. */
    public Params submitted() {
        return new Params(context, new LinkedHashMap<>());
    }

    /** The path variable at this index, counted from 0 on the left. */
    public Param path(int index, String name) {
        try {
            return param("path", name, List.of(context.pathVariable(index)));
        } catch (BindingProblem malformed) {
            malformed.errors().forEach(this::report);
            return Param.unreadable(this, "path", name);
        }
    }

    /** The parameters of the query string. */
    public Param query(String name) {
        EncodedFields fields;
        try {
            fields = context.request().queryFields();
        } catch (BindingProblem tooMany) {
            reportUnreadable(tooMany);
            return Param.unreadable(this, InputError.QUERY, name);
        }
        return decoded(InputError.QUERY, name, fields.texts(name), fields.errors());
    }

    /** A header field, whose lines are joined (RFC 9110 §5.3, and RFC 9113 §8.2.3 for {@code Cookie}). */
    public Param header(String name) {
        List<String> lines = context.request().headers().all(name);
        String separator = name.equalsIgnoreCase("Cookie") ? "; " : ", ";
        return param("header", name, lines.size() < 2 ? lines : List.of(String.join(separator, lines)));
    }

    /** The members of a header field that is a list (RFC 9110 §5.6.1), of all its lines. */
    public Param headerList(String name) {
        return param("header", name, context.request().headers().members(name));
    }

    /** The first cookie of a name. */
    public Param cookie(String name) {
        return param(
                "cookie", name, context.request().cookie(name).map(List::of).orElse(List.of()));
    }

    /** All cookies of a name. */
    public Param cookies(String name) {
        return param("cookie", name, new Cookies(context.request().headers()).all(name));
    }

    /** The fields of a form. */
    public Param form(String name) {
        return form().text(name);
    }

    /** The one file of a field of a form. */
    public UploadedFile file(String name) {
        submit(name, List.of());
        return form().file(name);
    }

    /** The one file of a field of a form; empty if the user has chosen none. */
    public Optional<UploadedFile> optionalFile(String name) {
        submit(name, List.of());
        return form().optionalFile(name);
    }

    /** All files of a field of a form. */
    public List<UploadedFile> files(String name) {
        submit(name, List.of());
        return form().files(name);
    }

    private FormParams form() {
        if (form == null) {
            form = new FormParams(this, context);
        }
        return form;
    }

    /** The body, decoded. A mistake in it is reported, and the method returns {@code null}, which nobody sees. */
    public <T> T body(BodyReader<T> reader) {
        return BodyParams.required(this, bytes(), reader);
    }

    /** The body, decoded; empty if the request has none. */
    public <T> Optional<T> optionalBody(BodyReader<T> reader) {
        return BodyParams.optional(this, bytes(), reader);
    }

    /** The bytes of the body; none if the request has no body. */
    public byte[] bytes() {
        return context.body().bytes();
    }

    /** The body as text in the charset that its Content-Type gives; UTF-8 if it gives none. */
    public String text() {
        return BodyParams.text(this, context.body());
    }

    /** The bytes of the body; empty if the request has none. */
    public Optional<byte[]> optionalBytes() {
        return Optional.of(bytes()).filter(bytes -> bytes.length > 0);
    }

    /** The body as text; empty if the request has none. */
    public Optional<String> optionalText() {
        return optionalBytes().map(bytes -> text());
    }

    /** The body as a stream that blocks. */
    public InputStream stream() {
        return context.body().inputStream();
    }

    /** The body in parts. */
    public Flow.Publisher<ByteBuffer> publisher() {
        return context.body().publisher();
    }

    /** The components of a record, each with its source, such as {@code query page}. */
    public RecordParams all(String... names) {
        return new RecordParams(this, names);
    }

    /**
     * The value for a path variable.
     *
     * @throws NothingFound if the converter found none
     */
    public <T> T found(@Nullable Optional<T> value) {
        return present(value).orElseThrow(NothingFound::new);
    }

    /** The value that a converter returned. */
    public <T> T present(@Nullable T value) {
        if (value == null) {
            throw new NullPointerException(
                    "a converter returned null; for \"there is none\" let it return an Optional");
        }
        return value;
    }

    /**
     * Waits for the value that a converter loads, until the time for the response has passed.
     *
     * @throws Exception the exception with which the stage has failed
     */
    public <T> T await(@Nullable CompletionStage<T> stage) throws Exception {
        try {
            return present(context.withinTimeout(present(stage)).get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interrupted;
        } catch (ExecutionException failed) {
            Throwable reason = Causes.unwrap(failed);
            if (reason instanceof Error error) {
                throw error;
            }
            throw reason instanceof Exception exception ? exception : failed;
        }
    }

    /**
     * Returns the result of a converter, which is called once for each request: a page takes the value that the WebSocket endpoint of its path
     * has loaded before it declined.
     *
     * @param key the converter, and the arguments of its method
     * @throws Exception the exception of the converter
     */
    @SuppressWarnings("unchecked") // a converter has one method
    public <T> T once(Callable<T> converter, Object... key) throws Exception {
        Map<List<Object>, Object> results = context.get(LOADED).orElseGet(HashMap::new);
        Object known = results.get(List.of(key));
        if (known != null) {
            return (T) known;
        }
        T result = present(converter.call());
        results.put(List.of(key), result);
        context.put(LOADED, results);
        return result;
    }

    /** A value that a converter loads for a submitted form; nothing is loaded for one that has mistakes. */
    public <T> T load(Callable<T> converter) throws Exception {
        return hasMistakes() ? Param.nothing() : converter.call();
    }

    private Param param(String in, String name, List<String> texts) {
        submit(name, texts);
        return new Param(this, in, name, texts);
    }

    /** A field of the query string or a form, of which some texts may not have been decoded. */
    Param decoded(String in, String name, List<String> texts, List<InputError> errors) {
        submit(name, texts);
        return reportMalformed(name, errors) ? Param.unreadable(this, in, name) : new Param(this, in, name, texts);
    }

    @Override
    int row(String in, String name, int index) {
        return switch (in) {
            case InputError.QUERY -> Param.row(context.request().queryFields().texts(name), index);
            case InputError.FORM -> Param.row(context.body().form().texts(name), index);
            default -> index;
        };
    }
}
