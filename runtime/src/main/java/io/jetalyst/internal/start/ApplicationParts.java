package io.jetalyst.internal.start;

import io.jetalyst.filter.Filter;
import io.jetalyst.login.Authenticator;
import io.jetalyst.table.Lookup;
import io.jetalyst.table.RouteTable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of which the {@link Starter} makes an application. They do not change.
 *
 * @param arguments those of {@code main}
 * @param bound instances by type, in the order in which they were bound
 * @param lookup finds the instances that are not bound
 * @param tables the tables to serve; those of the index if there are none
 * @param filters the outermost first
 * @param authenticators in the order in which they are asked
 * @param folders the directories whose files are served, by the beginning of their paths
 */
public record ApplicationParts(
        List<String> arguments,
        Map<Class<?>, Object> bound,
        @Nullable Lookup lookup,
        List<RouteTable> tables,
        List<Filter> filters,
        List<Authenticator> authenticators,
        Map<String, Path> folders) {
    /** Copies all of them. */
    public ApplicationParts {
        arguments = List.copyOf(arguments);
        bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound));
        tables = List.copyOf(tables);
        filters = List.copyOf(filters);
        authenticators = List.copyOf(authenticators);
        folders = Collections.unmodifiableMap(new LinkedHashMap<>(folders));
    }

    /** The same parts with one more authenticator, which is asked before the others. */
    public ApplicationParts askingFirst(Authenticator authenticator) {
        List<Authenticator> all =
                Stream.concat(Stream.of(authenticator), authenticators.stream()).toList();
        return new ApplicationParts(arguments, bound, lookup, tables, filters, all, folders);
    }
}
