package io.jetalyst.validate;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import java.util.List;

/** Checks the values of one type. Safe for use by several threads. */
@FunctionalInterface
public interface Validation<T> {
    /**
     * Returns an error for each constraint that the value violates; none if it is valid.
     *
     * <p>Each error is one of the {@linkplain InputError#body body}, with the JSON pointer of the member (RFC 6901). Its code is the simple
     * name of the constraint, such as {@code NotBlank}. Its detail is the message of the constraint.
     *
     * @param languages those that the client prefers; a validation that has messages in none of them uses English
     */
    List<InputError> validate(T value, AcceptLanguage languages);
}
