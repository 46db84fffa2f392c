package io.jetalyst.json.avaje;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Deferred;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;
import io.jetalyst.http.Result;
import io.jetalyst.internal.pipeline.RequestContext;
import io.jetalyst.route.Route;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A project of somebody else: sources that are compiled as build tools do, all or some, loaded, and asked. */
final class Project {
    private final Path sources;
    private final Path classes;
    private final Path generated;

    Project(Path root) throws IOException {
        sources = Files.createDirectories(root.resolve("src"));
        classes = Files.createDirectories(root.resolve("classes"));
        generated = Files.createDirectories(root.resolve("generated"));
    }

    /** Writes a source, named such as {@code demo/Rooms.java}. */
    Project write(String name, String text) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Compiles these sources with our processors and that of avaje-jsonb. Returns what the compiler said. */
    List<String> compile(List<String> names, String... options) throws IOException {
        return compile("", names, options);
    }

    /** Compiles where avaje-jsonb is not. */
    List<String> compileWithoutAvaje(List<String> names) throws IOException {
        return compile(File.separator + "io" + File.separator + "avaje" + File.separator, names);
    }

    private List<String> compile(String without, List<String> names, String... options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(without));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    Stream.concat(
                                    Stream.of("-Xlint:all,-processing", "-Werror", "-processor", processors(without)),
                                    Arrays.stream(options))
                            .toList(),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            names.stream().map(sources::resolve).toList()));
            inThreadOfItsOwn(task);
            return diagnostics.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                    .map(Object::toString)
                    .toList();
        }
    }

    /** The generator of avaje-jsonb leaves things of this compilation in its thread. */
    private static void inThreadOfItsOwn(JavaCompiler.CompilationTask task) throws IOException {
        FutureTask<Boolean> compilation = new FutureTask<>(task);
        new Thread(compilation, "compiler").start();
        try {
            compilation.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("the compiler failed", e);
        }
    }

    private static String processors(String without) {
        String ours = "io.jetalyst.processor.JetalystProcessor,io.jetalyst.processor.MessagesProcessor,"
                + "io.jetalyst.processor.IndexProcessor";
        return without.isEmpty() ? ours + ",io.avaje.jsonb.generator.JsonbProcessor" : ours;
    }

    private List<Path> classPath(String without) {
        Stream<Path> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> without.isEmpty() || !entry.contains(without))
                .map(Path::of)
                .filter(Files::exists);
        return Stream.concat(Stream.of(classes), libraries).toList();
    }

    /** The names of the sources that describe JSON types. */
    List<String> descriptions() throws IOException {
        List<String> names;
        try (Stream<Path> all = Files.walk(generated)) {
            names = all.map(file -> generated.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith("_Routes.java"))
                    .sorted()
                    .toList();
        }
        List<String> describing = new ArrayList<>();
        for (String name : names) {
            if (generated(name).contains("implements RouteTable, JsonTypes")) {
                describing.add(name);
            }
        }
        return describing;
    }

    String generated(String name) throws IOException {
        return Files.readString(generated.resolve(name));
    }

    /** Returns the responses of the routes of a table, by path. */
    Map<String, String> answers(String table) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, before)) {
            Thread.currentThread().setContextClassLoader(loader); // where avaje-jsonb looks for adapters
            RouteTable routes = (RouteTable)
                    loader.loadClass(table).getDeclaredConstructor().newInstance();
            Invoker invoker = routes.bind(new Given(new Codecs(List.of(new AvajeJsonCodec()))));
            List<Route> all = routes.routes();
            return all.stream().map(Route.Http.class::cast).collect(Collectors.toMap(Route.Http::path, route -> {
                try {
                    return text(invoker.call(all.indexOf(route), context(route.path())));
                } catch (Exception e) {
                    throw new UncheckedIOException(new IOException(e));
                }
            }));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Reads a body as the type of this name, and writes the value again. */
    String copy(String type, String json) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            AvajeJsonCodec codec = new AvajeJsonCodec();
            Class<?> named = loader.loadClass(type);
            return new String(codec.writer(named).write(codec.reader(named).read(json.getBytes(UTF_8))), UTF_8);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String text(Result result) {
        Response response = result instanceof Deferred deferred
                ? deferred.response().toCompletableFuture().join()
                : (Response) result;
        return new String(((ResponseBody.Bytes) response.body()).bytes(), UTF_8);
    }

    private static Context context(String path) {
        InetSocketAddress client = InetSocketAddress.createUnresolved("127.0.0.1", 1);
        Request request = Request.builder("GET", path).build();
        return new RequestContext(request, null);
    }

    /** Bindings of controllers that need nothing but JSON. */
    private record Given(Codecs codecs) implements Bindings {
        @Override
        public <T> T get(Class<T> type) {
            throw new IllegalArgumentException("nothing is bound");
        }

        @Override
        public <T> BodyWriter<T> jsonWriter(Type type) {
            return codecs.jsonWriter(type);
        }

        @Override
        public <T> BodyReader<T> jsonReader(Type type) {
            return codecs.jsonReader(type);
        }
    }
}
