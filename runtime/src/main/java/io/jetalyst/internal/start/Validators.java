package io.jetalyst.internal.start;

import io.jetalyst.config.StartupException;
import io.jetalyst.validate.Validator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the one validator. */
final class Validators {
    private Validators() {}

    /**
     * Returns {@code null} if there is none: an application without constraints needs none.
     *
     * @throws StartupException if there are several
     */
    static @Nullable Validator discover() {
        List<Validator> validators = ServiceLoader.load(Validator.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (validators.size() > 1) {
            throw new StartupException("There are several validators: "
                    + validators.stream()
                            .map(validator -> validator.getClass().getName())
                            .collect(Collectors.joining(", "))
                    + ". Keep one as a dependency.");
        }
        return validators.isEmpty() ? null : validators.get(0);
    }
}
