package io.jetalyst.support;

import static java.util.Objects.requireNonNull;

import io.jetalyst.body.Submitted;
import io.jetalyst.filter.Context;
import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Status;
import io.jetalyst.validate.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The mistakes in the parameters of one call: texts that cannot be converted, and violations of constraints. */
abstract sealed class Mistakes permits Params {
    private final Context context;
    /** The texts of each field, if the method takes what was {@link Submitted}, with its mistakes. */
    private final @Nullable Map<String, List<String>> submitted;

    private @Nullable List<InputError> errors;
    private @Nullable List<InputError> violations;

    Mistakes(Context context, @Nullable Map<String, List<String>> submitted) {
        this.context = context;
        this.submitted = submitted;
    }

    /** The texts that the user has entered in a field. */
    final void submit(String name, List<String> texts) {
        if (submitted != null) {
            submitted.putIfAbsent(name, texts);
        }
    }

    final boolean hasMistakes() {
        return errors != null || violations != null;
    }

    /** Whether a record may be created of these parameters: none of them has a mistake, or no parameter if the record is a submitted form. */
    final boolean areSound(Supplier<List<InputError>> components) {
        return submitted == null ? errors == null || !hasErrorOf(components.get()) : !hasMistakes();
    }

    private boolean hasErrorOf(List<InputError> components) {
        return errors != null
                && errors.stream().anyMatch(error -> components.stream().anyMatch(component -> isOf(error, component)));
    }

    /** The record has rejected its components. In a submitted form that is one mistake, as the user sees each message. */
    final void reportRejected(List<InputError> components) {
        if (submitted == null || components.size() == 1) {
            components.forEach(this::report);
        } else {
            report(new InputError(InputError.FORM, "", InputError.INVALID, "is not valid"));
        }
    }

    private static boolean isOf(InputError error, InputError param) {
        return param.in().equals(error.in()) && error.isOf(param.name());
    }

    /**
     * Validates the body. Does nothing if a mistake was reported before: values that cannot be read are listed alone. Generated code calls
     * it after it has read the last parameter.
     *
     * @param body {@code null} if the request has none
     */
    public final <T> void validate(Validation<T> validation, @Nullable T body) {
        if (errors == null && body != null) {
            validation.validate(body, languages()).forEach(this::reportViolation);
        }
    }

    /**
     * Validates one parameter, as {@link #validate(Validation, Object)} does the body. A submitted form is validated even if other fields
     * of it cannot be read.
     *
     * @param in the part of the request, as an {@link InputError} has it
     * @param name the name in the request; empty for the body
     * @param holder a record whose one component is the parameter, with its constraints
     */
    public final <T> void validate(Validation<T> validation, String in, String name, T holder) {
        boolean isRead = errors == null
                || submitted != null
                        && errors.stream().noneMatch(error -> error.in().equals(in) && error.isOf(name));
        if (isRead) {
            Violations.of(validation, in, name, holder, languages(), index -> row(in, name, index))
                    .forEach(this::reportViolation);
        }
    }

    /** The position of a text among those that the client sent. The values of a list lack the fields that the user left empty. */
    abstract int row(String in, String name, int index);

    /** The form as the method takes it: the value, or the mistakes. */
    public final <T> Submitted<T> submittedForm(@Nullable T value) {
        return Submitted.form(value, requireNonNull(submitted), mistakes());
    }

    /** The body as the method takes it: the value, or the mistakes. */
    public final <T> Submitted<T> submittedBody(@Nullable T value) {
        return Submitted.body(value, mistakes());
    }

    private List<InputError> mistakes() {
        List<InputError> all = new ArrayList<>();
        if (errors != null) {
            all.addAll(errors);
        }
        if (violations != null) {
            all.addAll(violations);
        }
        return all.isEmpty() ? all : context.translate(all);
    }

    private AcceptLanguage languages() {
        return context.languages();
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
     * @throws HttpProblem 413 with all mistakes, if a file is too long
     * @throws ConstraintProblem with all violations of constraints, if there is one
     */
    public final void check() {
        if (errors != null && errors.stream().anyMatch(Mistakes::isLongFile)) {
            throw HttpProblem.of(Status.CONTENT_TOO_LARGE, errors);
        }
        if (errors != null) {
            throw new ParameterProblem(errors);
        }
        if (violations != null) {
            throw new ConstraintProblem(violations);
        }
    }

    /**
     * Reports a query string or a form of which no text can be read.
     *
     * @throws ParameterProblem if the method takes what was submitted: without the texts it has no page to show
     */
    final void reportUnreadable(BindingProblem malformed) {
        malformed.errors().forEach(this::reportOnce);
        if (submitted != null) {
            check();
        }
    }

    /**
     * Reports the mistakes of one field of a query string or a form, and those of no field.
     *
     * @return whether the field has a mistake
     */
    final boolean reportMalformed(String field, List<InputError> mistakes) {
        boolean isMalformed = false;
        for (InputError mistake : mistakes) {
            if (mistake.name().isEmpty() || mistake.name().equals(field)) {
                reportOnce(mistake);
                isMalformed |= !mistake.name().isEmpty();
            }
        }
        return isMalformed;
    }

    /** Reports a mistake that each of several parameters finds. */
    private void reportOnce(InputError error) {
        if (errors == null || !errors.contains(error)) {
            report(error);
        }
    }

    private static boolean isLongFile(InputError error) {
        return error.code().equals(InputError.LENGTH) && !error.name().isEmpty();
    }

    final void report(InputError error) {
        if (errors == null) {
            errors = new ArrayList<>(2);
        }
        errors.add(error);
    }
}
