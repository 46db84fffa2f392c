package io.jetalyst;

import static java.util.Objects.requireNonNull;

import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Filter;
import io.jetalyst.internal.start.Banner;
import io.jetalyst.internal.start.Starter;
import io.jetalyst.internal.start.TerminationSignal;
import io.jetalyst.table.Lookup;
import io.jetalyst.table.RouteTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application: controllers found by the index that the processor wrote, and what they need.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     App.builder().args(args).bind(Rooms.class, new Rooms()).build().run();
 * }
 * }</pre>
 *
 * <p>Settings come from arguments ({@code --port=8081}), system properties, the environment and {@code application.properties}, in
 * that order: {@code server.port} (8080; 0 for a free one), {@code server.host} (127.0.0.1), {@code server.mode} ({@code production},
 * or {@code dev}, which prints the routes), {@code server.idle-timeout} (30s), {@code server.stop-timeout} (10s) and
 * {@code server.max-topics} (10000). What one client of a WebSocket may cost is set by the keys of
 * {@link io.jetalyst.socket.SocketLimit}, such as {@code socket.max-message-bytes} (65536), and for one endpoint by its annotation. A
 * key that begins with {@code server.} or {@code socket.} and does not exist is an error.
 */
public final class App {
    private final List<String> arguments;
    private final Map<Class<?>, Object> bound;
    private final @Nullable Lookup lookup;
    private final List<RouteTable> tables;
    private final List<Filter> filters;

    private App(Builder builder) {
        this.arguments = List.copyOf(builder.arguments);
        this.bound = Map.copyOf(builder.bound);
        this.lookup = builder.lookup;
        this.tables = List.copyOf(builder.tables);
        this.filters = List.copyOf(builder.filters);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts, and returns when the application listens. Prints nothing; for tests, and for programs with a life of their own.
     *
     * @throws StartupException if it cannot start; the message says why and what to do, and nothing listens
     */
    public RunningApp start() {
        return new RunningApp(Starter.start(arguments, bound, lookup, tables, filters));
    }

    /**
     * Starts and prints where it listens; the application then runs until the process is stopped. What keeps it from starting is
     * printed to the error stream, and the process exits with code 1. On SIGTERM it stops as {@link RunningApp#close} does and exits
     * with code 0.
     */
    public void run() {
        long begin = System.nanoTime();
        RunningApp running;
        try {
            running = start();
        } catch (StartupException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "jetalyst-stop"));
        TerminationSignal.exitWithZero();
        System.out.print(Banner.of(running.started(), running.uri(), Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** Collects what an application is made of. Not safe for several threads. */
    public static final class Builder {
        private final List<String> arguments = new ArrayList<>();
        private final Map<Class<?>, Object> bound = new HashMap<>();
        private final List<RouteTable> tables = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private @Nullable Lookup lookup;

        private Builder() {}

        /** The arguments of {@code main}, each of the form {@code --key=value}; they are the strongest settings. */
        public Builder args(String... args) {
            arguments.addAll(List.of(args));
            return this;
        }

        /**
         * The instance that controllers get whose constructors ask for this type.
         *
         * @throws IllegalStateException if the type is bound already
         */
        public <T> Builder bind(Class<T> type, T instance) {
            if (bound.putIfAbsent(requireNonNull(type), requireNonNull(instance)) != null) {
                throw new IllegalStateException(type.getName() + " is bound already");
            }
            return this;
        }

        /**
         * Where controllers get from what was not bound: any container of dependencies, such as {@code injector::getInstance}.
         *
         * @throws IllegalStateException if there is a lookup already
         */
        public Builder lookup(Lookup lookup) {
            if (this.lookup != null) {
                throw new IllegalStateException("there is a lookup already");
            }
            this.lookup = requireNonNull(lookup);
            return this;
        }

        /** Serves these tables, and then only mounted ones: {@code mount(new ChatController_Routes())}. */
        public Builder mount(RouteTable... mounted) {
            tables.addAll(List.of(mounted));
            return this;
        }

        /** Runs this filter around every request, inside those added before. */
        public Builder filter(Filter filter) {
            filters.add(requireNonNull(filter));
            return this;
        }

        public App build() {
            return new App(this);
        }
    }
}
