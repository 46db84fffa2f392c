package io.jetalyst.view;

/**
 * The addresses of static files: those below {@code static/} on the class path, which Maven and Gradle take from
 * {@code src/main/resources/static/}. The framework provides it to the constructors of controllers, and a controller passes it to its
 * views; a page for an error takes it from {@link ErrorPage#assets()}. Safe for all threads.
 *
 * <pre>{@code
 * @param io.jetalyst.view.Assets assets
 * <script type="module" src="${assets.url("chat.js")}"></script>   <!-- /assets/3f2a9c1b07de/chat.js -->
 * }</pre>
 */
@FunctionalInterface
public interface Assets {
    /**
     * The path of a file, with the base path of the application and a hash of all files. A browser keeps the file for a year without asking again, because a change of
     * any file changes the paths of all. Files refer to each other by relative paths, such as {@code import './text.js'}, which lead to the
     * same hash.
     *
     * <p>In dev mode the path is the same after each change, and a browser asks each time whether the file has changed.
     *
     * @param name a path below {@code static/}, such as {@code chat.js} or {@code fonts/inter.woff2}
     * @throws IllegalArgumentException if there is no such file
     */
    String url(String name);
}
