package io.jetalyst.internal.assets;

import io.jetalyst.config.StartupException;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.route.Route;
import io.jetalyst.table.Invoker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Serves the files of a directory, which may change while the application runs. Safe for all threads. */
public final class Folder implements Invoker {
    /**
     * No script of such a file runs, and it loads nothing, because a user may have uploaded it. The file is a page of the application's
     * origin, so its scripts could do everything that its user may.
     */
    private static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Path directory;

    private Folder(Path directory) {
        this.directory = directory;
    }

    /**
     * The route of a directory.
     *
     * @param path the beginning of the paths of its files, such as {@code /uploads}
     * @throws StartupException if it is no directory
     */
    public static BoundRoute route(String path, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new StartupException("The directory of files(\"" + path + "\", …) does not exist: "
                    + directory.toAbsolutePath() + ". Create it, or change the path.");
        }
        String below = path.equals("/") ? "/{*file}" : path + "/{*file}";
        return new BoundRoute(Route.get(below, "files of " + directory), 0, new Folder(directory));
    }

    @Override
    public Result call(int route, Context context) {
        if (context.request().path().toLowerCase(Locale.ROOT).contains("%2f")) {
            throw HttpProblem.notFound("No file was found."); // a slash within a name has two readings
        }
        Response response = Response.file(directory, context.pathVariable(0));
        boolean active =
                response.header("Content-Type").filter(Folder::isActive).isPresent();
        return active ? response.header("Content-Security-Policy", SANDBOX) : response;
    }

    /** Whether a browser shows a content of this type as a document that can have scripts. */
    private static boolean isActive(String contentType) {
        return contentType.startsWith("text/html") || contentType.contains("xml");
    }
}
