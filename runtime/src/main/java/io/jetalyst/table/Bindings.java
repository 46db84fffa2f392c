package io.jetalyst.table;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.config.StartupException;
import io.jetalyst.validate.Validation;
import java.lang.reflect.Type;

/** Supplies the table of a controller with constructor arguments, and with the readers and writers of its JSON, when the application starts. */
public interface Bindings {
    /**
     * The instance for a constructor parameter.
     *
     * @throws StartupException if nothing is bound to the type
     */
    <T> T get(Class<T> type);

    /**
     * The JSON writer of a result.
     *
     * @throws StartupException if no codec can write the type
     */
    <T> BodyWriter<T> jsonWriter(Type type);

    /**
     * The JSON reader of a body.
     *
     * @throws StartupException if no codec can read the type
     */
    <T> BodyReader<T> jsonReader(Type type);

    /**
     * Checks that there are sessions.
     *
     * @throws StartupException if the application has no extension that stores them
     */
    default void requireSessions() {}

    /**
     * Names a class that the table uses when it is called. The JVM loads the class for the argument, so that a missing one is an error when the
     * application starts, and not in a request.
     */
    default void requireClass(Class<?> type) {}

    /**
     * The validation of a body or a parameter.
     *
     * @throws StartupException if there is no validator, or it cannot check the constraints of the type
     */
    default <T> Validation<T> validation(Class<T> type) {
        throw new StartupException("Nothing checks the constraints of " + type.getName()
                + ". Add the dependency io.jetalyst:jetalyst-validation-avaje.");
    }
}
