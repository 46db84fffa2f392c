package io.jetalyst;

import static java.util.Objects.requireNonNull;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Filter;
import io.jetalyst.internal.config.SettingsLoader;
import io.jetalyst.internal.start.ApplicationParts;
import io.jetalyst.internal.start.Starter;
import io.jetalyst.internal.systemd.Supervisor;
import io.jetalyst.login.Authenticator;
import io.jetalyst.table.Lookup;
import io.jetalyst.table.RouteTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An application: the controllers from the index that the processor wrote, and the instances that they need.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     App.builder()
 *             .args(args)
 *             .bind(Rooms.class, new Rooms())
 *             .onStart(app -> app.topics().topic("news", String.class).publish("The server has started."))
 *             .build()
 *             .run();
 * }
 * }</pre>
 *
 * <p>Settings come from arguments ({@code --port=8081}), system properties, the environment and {@code application.properties}, in
 * that order. The most important ones are {@code server.port} (8080; 0 for a free one), {@code server.host} (127.0.0.1) and
 * {@code server.mode} ({@code production}, or {@code dev}, which prints the routes); {@code docs/settings.md} lists all of them. The keys of
 * {@link io.jetalyst.socket.SocketLimit}, such as {@code socket.max-message-bytes} (65536), limit the WebSockets of the application. A
 * key that begins with {@code server.}, {@code socket.}, {@code session.} or {@code json.} and does not exist is an error.
 */
public final class App {
    private final ApplicationParts parts;
    private final List<Consumer<RunningApp>> onStart;
    private final List<Consumer<RunningApp>> onStop;

    private App(ApplicationParts parts, List<Consumer<RunningApp>> onStart, List<Consumer<RunningApp>> onStop) {
        this.parts = parts;
        this.onStart = List.copyOf(onStart);
        this.onStop = List.copyOf(onStop);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the settings of this process, for the services that an application makes before it is built.
     *
     * <pre>{@code
     * static App app(String... args) {
     *     Path folder = App.settings(args).get("shop.folder").map(Path::of).orElse(Path.of("data"));
     *     return App.builder().args(args).bind(Pictures.class, new Pictures(folder)).build();
     * }
     * }</pre>
     *
     * <p>This method does not reject misspelled keys of the framework. The start does.
     *
     * @param args the arguments of {@code main}, which {@link Builder#args} takes as well
     * @throws StartupException if an argument is not of the form {@code --key=value}, or {@code application.properties} cannot be read
     */
    public static Settings settings(String... args) {
        return SettingsLoader.read(List.of(args));
    }

    /**
     * Starts the application. Returns when it listens and all {@link Builder#onStart} hooks have returned. Prints nothing. Tests call this method, and
     * programs that stop the application themselves; a {@code main} method calls {@link #run}.
     *
     * @throws StartupException if it cannot start. The message says why, and how to solve it. Nothing listens then, and the bound instances are
     *     closed
     */
    public RunningApp start() {
        return start(Supervisor.none());
    }

    /**
     * The same application with one more authenticator, which is asked before the others, so that a test can give its clients identities. The test
     * kit calls it.
     */
    public App askingFirst(Authenticator authenticator) {
        return new App(parts.askingFirst(requireNonNull(authenticator)), onStart, onStop);
    }

    RunningApp start(Supervisor supervisor) {
        RunningApp running = new RunningApp(Starter.start(parts), onStop, supervisor);
        try {
            onStart.forEach(hook -> hook.accept(running));
        } catch (StartupException e) {
            running.close();
            throw e;
        } catch (RuntimeException | Error e) {
            running.close();
            throw new StartupException("A hook of onStart failed: " + e, e);
        }
        running.started().health().started();
        return running;
    }

    /**
     * Starts the application, prints its address and notifies the service manager, if one has started the process
     * ({@code NOTIFY_SOCKET}). It then runs until the process is stopped. On SIGTERM it stops as {@link RunningApp#close} does, and the
     * process exits with code 0. After a second SIGTERM it no longer waits for clients. If an exhausted heap has ended a thread that the server
     * needs, the process exits with code 3. If the application cannot start, it prints the reason to the error stream, and the process exits
     * with code 1.
     */
    public void run() {
        AppProcess.run(this);
    }

    /** Collects the parts of an application. Not safe for several threads. */
    public static final class Builder {
        private final List<String> arguments = new ArrayList<>();
        private final Map<Class<?>, Object> bound = new LinkedHashMap<>();
        private final List<RouteTable> tables = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private final List<Authenticator> authenticators = new ArrayList<>();
        private final Map<String, Path> folders = new LinkedHashMap<>();
        private final List<Consumer<RunningApp>> onStart = new ArrayList<>();
        private final List<Consumer<RunningApp>> onStop = new ArrayList<>();
        private @Nullable Lookup lookup;

        private Builder() {}

        /** Adds the arguments of {@code main}, each of the form {@code --key=value}. They override all other settings. */
        public Builder args(String... args) {
            arguments.addAll(List.of(args));
            return this;
        }

        /**
         * Passes this instance to the controllers whose constructors have a parameter of this type. If it is {@link AutoCloseable}, the
         * application closes it when it stops or fails to start: once, after the last request, and the instance that was bound last first.
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
         * Uses this lookup for the types that are not bound: any container for dependency injection, such as {@code injector::getInstance}.
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

        /** Serves these tables instead of those in the index: {@code mount(new ChatController_Routes())}. */
        public Builder mount(RouteTable... mounted) {
            tables.addAll(List.of(mounted));
            return this;
        }

        /** Runs this filter around every request, inside the filters that were added before. */
        public Builder filter(Filter filter) {
            filters.add(requireNonNull(filter));
            return this;
        }

        /**
         * Asks this authenticator for the identity of the client, after those that were added before, if a request needs an identity. An
         * application with a route that needs one does not start without an authenticator.
         *
         * <pre>{@code
         * App.builder().authenticator(Basic.of("Shop", logins))
         * }</pre>
         */
        public Builder authenticator(Authenticator authenticator) {
            authenticators.add(requireNonNull(authenticator));
            return this;
        }

        /**
         * Serves the files of this directory, and of the directories in it, below a path. The files may change while the application runs;
         * {@code Response.file} says how they are sent. A request for a hidden file, for a directory, or for a link that leads out of the
         * directory is answered with 404. A browser runs no scripts of HTML, SVG and XML files, because users may have uploaded them.
         *
         * <p>The files below {@code static/} on the class path need no such call: {@code static/chat.js} has the path {@code /chat.js}, and
         * the one that {@link io.jetalyst.view.Assets} returns.
         *
         * <pre>{@code
         * App.builder().files("/uploads", Path.of("/var/lib/chat/uploads"))   // /uploads/cat.png
         * }</pre>
         *
         * @param path begins with a slash, and does not end with one. A route of a controller below it wins over a file
         * @throws IllegalArgumentException if it is no such path
         * @throws IllegalStateException if the path has a directory already
         */
        public Builder files(String path, Path directory) {
            if (!path.matches("/|(/[A-Za-z0-9._~-]+)+")) {
                throw new IllegalArgumentException("files(\"" + path + "\", …) needs a path such as \"/uploads\": it"
                        + " begins with a slash, does not end with one, and has letters, digits and ._~- only.");
            }
            if (folders.putIfAbsent(path, requireNonNull(directory)) != null) {
                throw new IllegalStateException(path + " has a directory already");
            }
            return this;
        }

        /**
         * Calls this hook when the application listens, with the running application: a service that is no controller can keep its topics.
         * Hooks run in the order of their registration, on the thread that starts the application. If one throws, the application stops and
         * the start fails.
         *
         * <pre>{@code
         * App.builder().bind(Ticker.class, ticker).onStart(app -> ticker.start(app.topics()))
         * }</pre>
         */
        public Builder onStart(Consumer<RunningApp> hook) {
            onStart.add(requireNonNull(hook));
            return this;
        }

        /**
         * Calls this hook once when the application stops, after {@code server.drain-delay} and while sockets and topics still work. Hooks run in the reverse order of
         * their registration, on the thread that stops the application. One that throws is logged.
         *
         * <pre>{@code
         * App.builder().onStop(app -> app.topics().topic("news", String.class).publish("The server is shutting down."))
         * }</pre>
         */
        public Builder onStop(Consumer<RunningApp> hook) {
            onStop.add(requireNonNull(hook));
            return this;
        }

        public App build() {
            ApplicationParts parts =
                    new ApplicationParts(arguments, bound, lookup, tables, filters, authenticators, folders);
            return new App(parts, onStart, onStop);
        }
    }
}
