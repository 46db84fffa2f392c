package io.jetalyst.support;

import io.jetalyst.body.Form;
import io.jetalyst.body.UploadedFile;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.MalformedBodyException;
import io.jetalyst.filter.Context;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Cookies;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.validate.Validation;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one call of a controller's method: one method for each source. It collects the mistakes of all parameters, so that
 * one response lists them together. Generated code calls {@link #check} after it has read the last parameter.
 */
public final class Params {
    private final Context context;
    private @Nullable List<InputError> errors;
    private @Nullable List<InputError> violations;
    /** Whether the form was reported as malformed, which is one mistake for all its fields. */
    private boolean formReported;

    private Params(Context context) {
        this.context = context;
    }

    public static Params of(Context context) {
        return new Params(context);
    }

    /** The path variable at this index, counted from 0 on the left. */
    public Param path(int index, String name) {
        return param("path", name, () -> List.of(context.pathVariable(index)));
    }

    /** The parameters of the query string. */
    public Param query(String name) {
        Request request = context.request();
        return param("query", name, () -> request.queryParams(name));
    }

    /** A header field, whose lines are joined (RFC 9110 §5.3). */
    public Param header(String name) {
        List<String> lines = context.request().headers().all(name);
        return new Param(this, "header", name, lines.size() < 2 ? lines : List.of(String.join(", ", lines)));
    }

    /** The members of a header field that is a list (RFC 9110 §5.6.1), of all its lines. */
    public Param headerList(String name) {
        return new Param(this, "header", name, context.request().headers().members(name));
    }

    /** The first cookie of a name. */
    public Param cookie(String name) {
        Cookies cookies = new Cookies(context.request().headers());
        return new Param(this, "cookie", name, cookies.first(name).map(List::of).orElse(List.of()));
    }

    /** All cookies of a name. */
    public Param cookies(String name) {
        return new Param(this, "cookie", name, new Cookies(context.request().headers()).all(name));
    }

    /** The fields of a form. */
    public Param form(String name) {
        Form form = form();
        return form == null
                ? Param.unreadable(this, InputError.FORM, name)
                : new Param(this, InputError.FORM, name, form.texts(name));
    }

    /** The form; {@code null} if it is malformed, which was reported. */
    private @Nullable Form form() {
        try {
            return context.body().form();
        } catch (BindingProblem malformed) {
            if (!formReported) {
                formReported = true;
                malformed.errors().forEach(this::report);
            }
            return null;
        }
    }

    /** The one file of a field of a form. */
    public UploadedFile file(String name) {
        List<UploadedFile> files = files(name);
        if (files.isEmpty() && !formReported) {
            report(new InputError(InputError.FORM, name, InputError.REQUIRED, "is missing"));
        }
        return single(name, files).orElseGet(Param::nothing);
    }

    /** The one file of a field of a form; empty if the user has chosen none. */
    public Optional<UploadedFile> optionalFile(String name) {
        return single(name, files(name));
    }

    private Optional<UploadedFile> single(String name, List<UploadedFile> files) {
        if (files.size() > 1) {
            report(new InputError(
                    InputError.FORM, name, InputError.REPEATED, "has " + files.size() + " files instead of one"));
        }
        return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }

    /** All files of a field of a form. */
    public List<UploadedFile> files(String name) {
        Form form = form();
        if (form == null) {
            return List.of();
        }
        if (form.files(name).isEmpty() && form.texts(name).stream().anyMatch(text -> !text.isEmpty())) {
            report(new InputError(
                    InputError.FORM,
                    name,
                    InputError.TYPE,
                    "must be a file, in a form of the type multipart/form-data"));
        }
        return form.files(name);
    }

    /** The body, decoded. A mistake in it is reported, and the method returns {@code null}, which nobody sees. */
    public <T> T body(BodyReader<T> reader) {
        byte[] bytes = context.body().bytes();
        if (bytes.length == 0) {
            report(InputError.body("", InputError.REQUIRED, "is missing"));
            return Param.nothing();
        }
        return read(bytes, reader);
    }

    /** The body, decoded; empty if the request has none. */
    public <T> Optional<T> optionalBody(BodyReader<T> reader) {
        byte[] bytes = context.body().bytes();
        return bytes.length == 0 ? Optional.empty() : Optional.ofNullable(read(bytes, reader));
    }

    private <T> T read(byte[] bytes, BodyReader<T> reader) {
        try {
            return reader.read(bytes);
        } catch (MalformedBodyException malformed) {
            malformed.faults().forEach(fault -> report(error(fault)));
            return Param.nothing();
        }
    }

    private static InputError error(BodyFault fault) {
        return fault.pointer() == null
                ? InputError.body(
                        "",
                        fault.code(),
                        fault.detail() + " (line " + fault.line() + ", column " + fault.column() + ")")
                : InputError.body(fault.pointer(), fault.code(), fault.detail());
    }

    /** The bytes of the body; none if the request has no body. */
    public byte[] bytes() {
        return context.body().bytes();
    }

    /** The body as text in the charset that its Content-Type gives; UTF-8 if it gives none. */
    public String text() {
        try {
            return context.body().text();
        } catch (BindingProblem malformed) {
            malformed.errors().forEach(this::report);
            return "";
        }
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
     * Waits for the value that a converter loads.
     *
     * @throws Exception the exception with which the stage has failed
     */
    public <T> T await(@Nullable CompletionStage<T> stage) throws Exception {
        try {
            return present(stage).toCompletableFuture().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interrupted;
        } catch (ExecutionException failed) {
            Throwable reason = failed;
            while ((reason instanceof ExecutionException || reason instanceof CompletionException)
                    && reason.getCause() != null) {
                reason = reason.getCause();
            }
            if (reason instanceof Error error) {
                throw error;
            }
            throw reason instanceof Exception exception ? exception : failed;
        }
    }

    /** Whether a mistake was reported. */
    boolean hasErrors() {
        return errors != null;
    }

    /** Whether a mistake of one of these parameters was reported. */
    boolean hasErrorOf(List<InputError> params) {
        return errors != null
                && errors.stream()
                        .anyMatch(error -> params.stream()
                                .anyMatch(param -> param.in().equals(error.in())
                                        && param.name().equals(error.name())));
    }

    /**
     * Validates the body. Does nothing if a mistake was reported before: values that cannot be read are listed alone. Generated code calls
     * it after it has read the last parameter.
     *
     * @param body {@code null} if the request has none
     */
    public <T> void validate(Validation<T> validation, @Nullable T body) {
        if (errors == null && body != null) {
            validation.validate(body, languages()).forEach(this::reportViolation);
        }
    }

    /**
     * Validates one parameter, as {@link #validate(Validation, Object)} does the body.
     *
     * @param in the part of the request, as an {@link InputError} has it
     * @param name the name in the request; empty for the body
     * @param holder a record whose one component is the parameter, with its constraints
     */
    public <T> void validate(Validation<T> validation, String in, String name, T holder) {
        if (errors == null) {
            for (InputError error : validation.validate(holder, languages())) {
                int member = error.name().indexOf('/', 1);
                String place = in.equals(InputError.BODY)
                        ? member < 0 ? "" : error.name().substring(member)
                        : name;
                reportViolation(new InputError(in, place, error.code(), error.detail()));
            }
        }
    }

    private AcceptLanguage languages() {
        return AcceptLanguage.of(context.request().headers());
    }

    private void reportViolation(InputError violation) {
        if (violations == null) {
            violations = new ArrayList<>(2);
        }
        violations.add(violation);
    }

    /**
     * Ends the binding.
     *
     * @throws ParameterProblem with all mistakes, if there is one
     * @throws ConstraintProblem with all violations of constraints, if there is one
     */
    public void check() {
        if (errors != null) {
            throw new ParameterProblem(errors);
        }
        if (violations != null) {
            throw new ConstraintProblem(violations);
        }
    }

    void report(InputError error) {
        if (errors == null) {
            errors = new ArrayList<>(2);
        }
        errors.add(error);
    }

    private Param param(String in, String name, Supplier<List<String>> texts) {
        try {
            return new Param(this, in, name, texts.get());
        } catch (BindingProblem malformed) {
            malformed.errors().forEach(this::report);
            return Param.unreadable(this, in, name);
        }
    }
}
