package io.jetalyst.support;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import io.jetalyst.validate.Validation;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** The violations of constraints by one value, each at the place that the value has in the request. */
final class Violations {
    private static final Pattern INDEX = Pattern.compile("/\\d{1,9}");

    private Violations() {}

    /**
     * Those of a parameter that a generated record holds: its first member is the parameter itself.
     *
     * @param row the position of a text among those that the client sent, for the index of its value
     */
    static <T> List<InputError> of(
            Validation<T> validation,
            String in,
            String name,
            T holder,
            AcceptLanguage languages,
            IntUnaryOperator row) {
        return validation.validate(holder, languages).stream()
                .map(error -> located(in, name, error, row))
                .toList();
    }

    private static InputError located(String in, String name, InputError error, IntUnaryOperator row) {
        int member = error.name().indexOf('/', 1);
        String rest = member < 0 ? "" : error.name().substring(member);
        if (in.equals(InputError.BODY)) {
            return new InputError(in, rest, error.code(), error.detail());
        }
        return INDEX.matcher(rest).matches()
                ? InputError.atIndex(
                        in, name, row.applyAsInt(Integer.parseInt(rest.substring(1))), error.code(), error.detail())
                : new InputError(in, name, error.code(), error.detail());
    }
}
