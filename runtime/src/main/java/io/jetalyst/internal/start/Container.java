package io.jetalyst.internal.start;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.codec.UnsupportedTypeException;
import io.jetalyst.config.StartupException;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.session.AllSessions;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Lookup;
import io.jetalyst.validate.Validation;
import io.jetalyst.validate.Validator;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The source of the constructor parameters of controllers and filters: bound instances, services of the framework, then the application's lookup. */
final class Container {
    private final Map<Class<?>, Object> instances;
    private final @Nullable Lookup lookup;
    private final Codecs codecs;
    private final @Nullable Validator validator;
    private final Sessions sessions;

    Container(
            Map<Class<?>, Object> instances,
            @Nullable Lookup lookup,
            Codecs codecs,
            @Nullable Validator validator,
            Sessions sessions) {
        this.instances = Map.copyOf(instances);
        this.lookup = lookup;
        this.codecs = codecs;
        this.validator = validator;
        this.sessions = sessions;
    }

    /** The bindings of one controller or filter, whose name is part of every error message. */
    Bindings forClass(String name) {
        return new Bindings() {
            @Override
            public <T> T get(Class<T> type) {
                return find(type, name);
            }

            @Override
            public <T> BodyWriter<T> jsonWriter(Type type) {
                try {
                    return codecs.jsonWriter(type);
                } catch (UnsupportedTypeException e) {
                    throw new StartupException(name + " returns " + type.getTypeName() + ": " + e.getMessage(), e);
                }
            }

            @Override
            public <T> BodyReader<T> jsonReader(Type type) {
                try {
                    return codecs.jsonReader(type);
                } catch (UnsupportedTypeException e) {
                    throw new StartupException(
                            name + " reads a body of " + type.getTypeName() + ": " + e.getMessage(), e);
                }
            }

            @Override
            public void requireSessions() {
                if (!sessions.areStored()) {
                    throw new StartupException(name + " takes a Session, and " + Sessions.NO_STORE);
                }
            }

            @Override
            public <T> Validation<T> validation(Class<T> type) {
                if (validator == null) {
                    return Bindings.super.validation(type);
                }
                try {
                    return validator.of(type);
                } catch (UnsupportedTypeException e) {
                    throw new StartupException(
                            name + " takes values of " + type.getTypeName() + ": " + e.getMessage(), e);
                }
            }
        };
    }

    private <T> T find(Class<T> type, String name) {
        Object instance = instances.get(type);
        if (instance != null) {
            return type.cast(instance);
        }
        if (type == AllSessions.class) {
            if (!sessions.areStored()) {
                throw new StartupException(name + " takes AllSessions, and " + Sessions.NO_STORE);
            }
            return type.cast(sessions);
        }
        if (lookup == null) {
            throw new StartupException(name + " needs a " + type.getName() + ", and there is none. Add .bind("
                    + type.getSimpleName() + ".class, …) or .lookup(…) to the application's builder.");
        }
        return lookUp(lookup, type, name);
    }

    private static <T> T lookUp(Lookup lookup, Class<T> type, String name) {
        @Nullable T found;
        try {
            found = lookup.get(type);
        } catch (RuntimeException e) {
            throw new StartupException(
                    name + " needs a " + type.getName() + ", and the application's lookup failed to give one: " + e, e);
        }
        if (found == null) {
            throw new StartupException(
                    name + " needs a " + type.getName() + ", and the application's lookup gave null.");
        }
        return found;
    }
}
