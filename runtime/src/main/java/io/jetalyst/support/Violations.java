package io.jetalyst.support;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import io.jetalyst.validate.Validation;
import java.util.List;

/** The violations of constraints by one value, each at the place that the value has in the request. */
final class Violations {
    private Violations() {}

    /** Those of a parameter that a generated record holds: its first member is the parameter itself. */
    static <T> List<InputError> of(
            Validation<T> validation, String in, String name, T holder, AcceptLanguage languages) {
        return validation.validate(holder, languages).stream()
                .map(error -> new InputError(in, place(in, name, error.name()), error.code(), error.detail()))
                .toList();
    }

    private static String place(String in, String name, String pointer) {
        if (!in.equals(InputError.BODY)) {
            return name;
        }
        int member = pointer.indexOf('/', 1);
        return member < 0 ? "" : pointer.substring(member);
    }
}
