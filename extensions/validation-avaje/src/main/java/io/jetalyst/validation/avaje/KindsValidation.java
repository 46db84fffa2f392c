package io.jetalyst.validation.avaje;

import io.jetalyst.http.AcceptLanguage;
import io.jetalyst.http.InputError;
import io.jetalyst.validate.Validation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Validates the values of a sealed type as what they are. */
final class KindsValidation<T> implements Validation<T> {
    private final Map<Class<?>, Validation<?>> kinds = new HashMap<>();

    KindsValidation(Class<T> type, Function<Class<?>, Validation<?>> validations) {
        add(type, validations);
    }

    private void add(Class<?> type, Function<Class<?>, Validation<?>> validations) {
        for (Class<?> kind : type.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                add(kind, validations);
            } else {
                kinds.put(kind, validations.apply(kind));
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the key is the class of the value
    public List<InputError> validate(T value, AcceptLanguage languages) {
        Validation<T> validation = (Validation<T>) kinds.get(value.getClass());
        return validation == null ? List.of() : validation.validate(value, languages);
    }
}
