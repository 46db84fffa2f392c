package io.jetalyst.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.contract.engine.Answer;
import io.jetalyst.contract.engine.ContractClient;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Response;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.view.Assets;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/** An application with files on its class path, which is served by a real server. */
final class StaticSite implements AutoCloseable {
    private final URLClassLoader loader;
    private final RunningApp app;
    private final ContractClient client;
    private final Table table = new Table();

    private StaticSite(List<Path> classPath, boolean http2, UnaryOperator<App.Builder> change, String... settings)
            throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        loader = new URLClassLoader(urls.toArray(URL[]::new), outer);
        thread.setContextClassLoader(loader);
        try {
            app = change.apply(App.builder().args("--port=0").args(settings).mount(table))
                    .build()
                    .start();
        } finally {
            thread.setContextClassLoader(outer);
        }
        client = http2 ? new Http2Client(app.port(), () -> {}) : new Http1Client(app.port(), () -> {});
    }

    /** @param classPath directories and JAR files with a folder {@code static/} */
    static StaticSite start(Path... classPath) throws IOException {
        return new StaticSite(List.of(classPath), false, builder -> builder);
    }

    static StaticSite start(UnaryOperator<App.Builder> change, Path classPath, String... settings) throws IOException {
        return new StaticSite(List.of(classPath), false, change, settings);
    }

    static StaticSite http2(UnaryOperator<App.Builder> change, Path classPath) throws IOException {
        return new StaticSite(List.of(classPath), true, change);
    }

    /** A file below the folder {@code static/} of this directory. */
    static Path write(Path root, String name, String content) throws IOException {
        return write(root, name, content.getBytes(UTF_8));
    }

    static Path write(Path root, String name, byte[] content) throws IOException {
        Path file = root.resolve("static").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    /** A JAR file with entries for these files, and none for their folders. */
    static Path jar(Path jar, Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    Assets assets() {
        Assets bound = table.assets;
        if (bound == null) {
            throw new AssertionError("the table was not bound");
        }
        return bound;
    }

    int port() {
        return app.port();
    }

    Answer get(String path, String... fields) throws Exception {
        return send("GET", path, fields);
    }

    /** @param fields names and values */
    Answer send(String method, String path, String... fields) throws Exception {
        return client.call(method, path, 0, fields).await();
    }

    @Override
    public void close() throws IOException {
        client.close();
        app.close();
        loader.close();
    }

    /** A table as the processor would generate it. */
    private static final class Table implements TestTable {
        private @Nullable Assets assets;

        @Override
        public Invoker bind(Bindings bindings) {
            assets = bindings.get(Assets.class);
            return this;
        }

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get("/pages/{name}", "Test.page"),
                    Route.get("/robots.txt", "Test.robots"),
                    Route.post("/form.html", "Test.form"));
        }

        @Override
        public Result call(int route, Context context) {
            return Response.text(
                    "route " + Arrays.asList("page", "robots", "form").get(route));
        }
    }
}
