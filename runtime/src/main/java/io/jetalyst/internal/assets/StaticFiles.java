package io.jetalyst.internal.assets;

import io.jetalyst.config.NearMatch;
import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Result;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Match;
import io.jetalyst.internal.router.RouteKinds;
import io.jetalyst.internal.router.Router;
import io.jetalyst.route.Route;
import io.jetalyst.table.Invoker;
import io.jetalyst.view.Assets;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the files below {@code static/} on the class path. Each has two paths: {@code /chat.js}, and {@code /assets/<version>/chat.js}, which
 * a browser keeps. A route of the application that answers a path wins over a file. Safe for all threads.
 *
 * <p>The engine's thread looks a file up and answers with bytes in memory, or with a body that another thread reads. In dev mode it also
 * reads the attributes of all files, to find those that have changed.
 */
public final class StaticFiles implements Router.Fallback, Invoker, Assets {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.files");

    private static final String VERSIONED = "assets/";
    /** A version that this server or another one has, or had before its update. */
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{12}|dev");

    private static final String DEVELOPMENT = "dev";

    /** A build writes or copies a file and its neighbours in any order. In dev mode a file may be changed at any time after that. */
    private static final long BUILD_MILLIS = 60_000;

    private final Supplier<AssetIndex> index;
    private final boolean development;
    private final BoundRoute route;

    private StaticFiles(Supplier<AssetIndex> index, boolean development) {
        this.index = index;
        this.development = development;
        this.route = new BoundRoute(Route.get("/{*file}", "files of static/").nonBlocking(), 0, this);
    }

    /**
     * The files of the class path.
     *
     * @param development whether changed files are read again
     * @throws StartupException if a file cannot be read
     */
    public static StaticFiles ofClassPath(boolean development) {
        return of(ClassPath.roots(), development);
    }

    static StaticFiles of(List<AssetRoot> roots, boolean development) {
        try {
            if (development) {
                return new StaticFiles(new FreshIndex(roots), true);
            }
            AssetIndex fixed = AssetIndex.of(roots, BUILD_MILLIS);
            return new StaticFiles(() -> fixed, false);
        } catch (UncheckedIOException e) {
            throw new StartupException("The server does not start: " + e.getMessage() + ": " + e.getCause(), e);
        }
    }

    /** The route of all files, for the list of routes; empty if there is no file. */
    public Optional<BoundRoute> route() {
        return index.get().names().isEmpty() ? Optional.empty() : Optional.of(route);
    }

    /** A warning about the files that no request reaches, because a route has their paths. */
    public void reportHidden(Router router) {
        List<String> hidden = new ArrayList<>();
        for (String name : index.get().names()) {
            Match match = router.match("/" + AssetPath.encode(name), RouteKinds.SOCKET_OR_GET);
            if (match instanceof Match.Found found && found.route() != route) {
                hidden.add("static/" + name + " by " + found.route().route());
            }
        }
        if (!hidden.isEmpty()) {
            LOG.warn("Routes hide files of the class path: {}", String.join(", ", hidden));
        }
    }

    @Override
    public Match.@Nullable Found find(String path) {
        return asset(path) == null ? null : new Match.Found(route, path, new int[] {1, path.length()}, List.of());
    }

    @Override
    public Result call(int index, Context context) {
        String path = context.request().path();
        Asset asset = asset(path);
        if (asset == null) {
            throw HttpProblem.notFound("No resource was found at this path."); // removed in dev mode just now
        }
        return asset.response(context.request(), isCurrent(path));
    }

    /**
     * The file of a path. A file has a path with each version, also of one that is gone: a page that was loaded before an update refers to it.
     */
    private @Nullable Asset asset(String path) {
        Optional<String> name = AssetPath.name(path);
        if (name.isEmpty()) {
            return null;
        }
        AssetIndex files = index.get();
        Asset plain = files.find(name.get());
        return plain != null ? plain : unversioned(name.get()).map(files::find).orElse(null);
    }

    private static Optional<String> unversioned(String name) {
        int end = name.indexOf('/', VERSIONED.length());
        return end > 0
                        && name.startsWith(VERSIONED)
                        && VERSION.matcher(name).region(VERSIONED.length(), end).matches()
                ? Optional.of(name.substring(end + 1))
                : Optional.empty();
    }

    /** Whether a path has the version of the files that are served now, so that its content never changes. */
    private boolean isCurrent(String path) {
        return !development && path.startsWith("/" + VERSIONED + index.get().version() + "/");
    }

    @Override
    public String url(String name) {
        AssetIndex files = index.get();
        if (files.find(name) == null) {
            String relative = name.replaceFirst("^/?(static/)?", "");
            if (!relative.equals(name) && files.find(relative) != null) {
                throw new IllegalArgumentException(
                        "Names of files are relative to static/: write " + relative + " in place of " + name + ".");
            }
            throw new IllegalArgumentException("There is no file static/" + name
                    + " on the class path. Its place is src/main/resources/static/" + name + "."
                    + NearMatch.of(name, files.names())
                            .map(near -> " Did you mean " + near + "?")
                            .orElse(""));
        }
        return "/" + VERSIONED + (development ? DEVELOPMENT : files.version()) + "/" + AssetPath.encode(name);
    }
}
