package io.jetalyst.table;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.config.StartupException;
import java.lang.reflect.Type;

/** What a table is given when the application starts: the controller's collaborators and the writers of its results. */
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
}
