package io.jetalyst.body;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.InputError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form or a body that a user has submitted: the value if it is valid, or else the errors, with the texts of all fields for the page that
 * shows them again. A method that answers invalid input itself has a parameter of this type. If the method takes the plain record, the framework
 * answers with 400 or 422.
 *
 * <pre>{@code
 * record SignUp(@FormParam @NotBlank String name, @FormParam @Email String mail, @FormParam Optional<Integer> age) {}
 *
 * @Get("/sign-up")
 * View form() {
 *     return JteViews.view(templates.signUp(Submitted.blank()));
 * }
 *
 * @Post("/sign-up")
 * Reply<View> signUp(@Params Submitted<SignUp> form) {
 *     if (!form.isValid()) {
 *         return Reply.of(Status.UNPROCESSABLE_CONTENT, JteViews.view(templates.signUp(form)));
 *     }
 *     users.add(form.value());
 *     return Reply.seeOther("/", Flash.of("Welcome."));
 * }
 * }</pre>
 *
 * <p>With {@code @Params} the errors are those of the components of the record, of query parameters as well as of form fields: texts that
 * cannot be converted, missing ones, and violated constraints, in the order of the components. The user does not enter path
 * variables; a wrong one is still answered with 400 or 404. With {@code @Body}, which a record or a sealed type does not need, the errors are
 * those of the JSON body, and there are no texts.
 *
 * <p>A text that is no valid UTF-8, that has a malformed percent-encoding (RFC 3986 §2.1) or a NUL character is an error of its field, and the
 * page shows the texts of all other fields. The framework itself answers a body of which it can keep no text, before it calls the method: with
 * 413 if it is too long, with 415 if it has another media type, and with 400 if it is malformed {@code multipart/form-data}, or has too many
 * fields or too long names. Immutable.
 *
 * @param <T> the record; for a JSON body any type that it can be read into
 */
public final class Submitted<T> {
    private final @Nullable T value;
    private final Map<String, List<String>> texts;
    private final List<InputError> errors;
    /** The part of the request of errors that the application adds. */
    private final String in;

    private Submitted(@Nullable T value, Map<String, List<String>> texts, List<InputError> errors, String in) {
        this.value = value;
        this.texts = Collections.unmodifiableMap(texts);
        this.errors = List.copyOf(errors);
        this.in = in;
    }

    /** A form that the user has not seen yet: it has no texts, no errors and no value. */
    public static <T> Submitted<T> blank() {
        return new Submitted<>(null, Map.of(), List.of(), InputError.FORM);
    }

    /**
     * A submitted form. The framework calls this method, and tests of views do.
     *
     * @param value {@code null} if there are errors
     * @param texts those of each field; their order is the order of the errors
     */
    public static <T> Submitted<T> form(@Nullable T value, Map<String, List<String>> texts, List<InputError> errors) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        texts.forEach((field, all) -> copy.put(field, List.copyOf(all)));
        return new Submitted<>(errors.isEmpty() ? value : null, copy, sorted(errors, copy), InputError.FORM);
    }

    /** A submitted JSON body: the value, or {@code null} and the errors. */
    public static <T> Submitted<T> body(@Nullable T value, List<InputError> errors) {
        return new Submitted<>(errors.isEmpty() ? value : null, Map.of(), errors, InputError.BODY);
    }

    private static List<InputError> sorted(List<InputError> errors, Map<String, List<String>> texts) {
        List<String> order = new ArrayList<>(texts.keySet());
        return errors.stream()
                .sorted(Comparator.comparingInt(
                        error -> order.indexOf(texts.containsKey(error.name()) ? error.name() : error.field())))
                .toList();
    }

    /** Whether there is a value. A {@linkplain #blank blank} form is not valid, and has no errors. */
    public boolean isValid() {
        return value != null;
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if it is not {@linkplain #isValid valid}
     */
    public T value() {
        if (value == null) {
            throw new IllegalStateException("there is no value: call isValid() first. Errors: " + errors);
        }
        return value;
    }

    /** All errors: first those of no field, and then those of each field in the order of the components. */
    public List<InputError> errors() {
        return errors;
    }

    /** The errors of one field, and of each of its texts if it is a list; for a JSON body those of the member with this pointer. */
    public List<InputError> errors(String field) {
        return errors.stream().filter(error -> error.isOf(field)).toList();
    }

    /** Whether a field has an error. */
    public boolean hasError(String field) {
        return errors.stream().anyMatch(error -> error.isOf(field));
    }

    /** The first text that the user entered in a field, as it was sent; empty if there is none. A view escapes it. */
    public String text(String field) {
        List<String> all = texts(field);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All texts of a field in their order, as they were sent. */
    public List<String> texts(String field) {
        return texts.getOrDefault(field, List.of());
    }

    /**
     * The same form, whose page shows these texts in a field: {@code Submitted.blank().with("title", article.title())} is a form to edit an
     * article.
     */
    public Submitted<T> with(String field, String... fieldTexts) {
        Map<String, List<String>> changed = new LinkedHashMap<>(texts);
        changed.put(field, List.of(fieldTexts));
        return new Submitted<>(value, changed, errors, in);
    }

    /**
     * The same form with one more error, which the application has found, and without the value.
     *
     * @param field the name of the field, or the pointer of a member
     * @param detail what is wrong, to follow the name of the field in a sentence, such as {@code is already in use}; or a sentence of its own
     */
    public Submitted<T> reject(String field, String detail) {
        List<InputError> more = new ArrayList<>(errors);
        more.add(new InputError(in, requireNonNull(field), InputError.INVALID, detail));
        return new Submitted<>(null, texts, sorted(more, texts), in);
    }

    /** The same form with one more error, which is of no field, and without the value. */
    public Submitted<T> reject(String detail) {
        return reject("", detail);
    }

    /** Has no text of the user, who may have entered a password. */
    @Override
    public String toString() {
        return "Submitted[valid=" + isValid() + ", errors=" + errors + "]";
    }
}
