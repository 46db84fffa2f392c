package io.jetalyst.internal.start;

import io.jetalyst.internal.config.ServerSettings.Mode;
import io.jetalyst.internal.proxy.BasePath;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.route.Access;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

/** The lines that are printed when an application listens. */
public final class Banner {
    private Banner() {}

    /** @param took the time of the start, without that of the JVM */
    public static String of(Started started, Duration took) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "Listening on %s (started in %d ms, %s, JDK %d, %d %s)%n",
                started.engine().listeners().stream()
                        .map(listener ->
                                Addresses.forBrowser(listener, started.server().basePath()))
                        .collect(Collectors.joining(", ")),
                took.toMillis(),
                started.engineName(),
                Runtime.version().feature(),
                started.routes().size(),
                started.routes().size() == 1 ? "route" : "routes"));
        started.metricsListener()
                .ifPresent(listener -> out.append(String.format(
                        Locale.ROOT, "Metrics on %s, path /metrics%n", Addresses.forBrowser(listener, BasePath.ROOT))));
        if (LoggerFactory.getILoggerFactory() instanceof NOPLoggerFactory) {
            out.append(String.format(
                    Locale.ROOT, "Nothing is logged: add a provider of SLF4J, such as org.slf4j:slf4j-simple.%n"));
        }
        if (started.server().mode() == Mode.PRODUCTION) {
            out.append(String.format(Locale.ROOT, "Mode production; --mode=dev prints the routes%n"));
        } else {
            started.routes().forEach(bound -> out.append(lines(bound, started)));
        }
        return out.toString();
    }

    private static String lines(BoundRoute bound, Started started) {
        Route route = bound.route();
        String kind = route instanceof Route.Http http ? http.method().name() : "WEBSOCKET";
        String line = String.format(Locale.ROOT, "  %-9s %-32s %s%n", kind, route.path(), route.handler())
                + access(route)
                + filters(route);
        return route instanceof Route.Socket socket
                ? line
                        + String.format(
                                Locale.ROOT,
                                "            %s%s%n",
                                started.sockets().limits(socket.options()),
                                besides(socket.options()))
                : line;
    }

    /** The line of the clients that the route answers, if the route declares it. */
    private static String access(Route route) {
        return route.access().equals(Access.UNDECLARED)
                ? ""
                : String.format(Locale.ROOT, "            for %s%n", route.access());
    }

    /** The line of the filters that run around this route alone. */
    private static String filters(Route route) {
        return route.filters().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "            filters %s%n",
                        route.filters().stream().map(Banner::name).collect(Collectors.joining(", ")));
    }

    /** {@code Outer.Inner}. */
    private static String name(Class<?> type) {
        return type.getName()
                .substring(type.getPackageName().length())
                .replaceFirst("^\\.", "")
                .replace('$', '.');
    }

    /** The options of an endpoint beside its limits. */
    private static String besides(SocketOptions options) {
        StringBuilder out = new StringBuilder();
        if (options.compression() != SocketOptions.Deflate.NONE) {
            out.append("; compression ")
                    .append(options.compression()
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', ' '));
        }
        if (options.nonBlocking()) {
            out.append("; non-blocking");
        }
        if (!options.origins().isEmpty()) {
            out.append("; origins ").append(String.join(" ", options.origins()));
        }
        if (!options.subprotocols().isEmpty()) {
            out.append(options.subprotocolRequired() ? "; one of the subprotocols " : "; subprotocols ")
                    .append(String.join(" ", options.subprotocols()));
        }
        return out.toString();
    }
}
