package io.jetalyst.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A project on disk that is compiled again and again, by any compiler; output stays from one run to the next. */
final class Workspace {
    private final Path sources;
    private final Path classes;
    private final Path generated;
    private final JavaCompiler compiler;
    private List<Path> classPath = List.of();
    private List<String> classNames = List.of();

    Workspace(Path root) throws IOException {
        this(root, ToolProvider.getSystemJavaCompiler());
    }

    Workspace(Path root, JavaCompiler compiler) throws IOException {
        this.sources = Files.createDirectories(root.resolve("src"));
        this.classes = Files.createDirectories(root.resolve("classes"));
        this.generated = Files.createDirectories(root.resolve("generated"));
        this.compiler = compiler;
    }

    /** Also compiles against these directories. */
    Workspace with(Path... more) {
        classPath = List.of(more);
        return this;
    }

    /** Hands these classes to the processors, too, as they are. */
    Workspace processing(String... names) {
        classNames = List.of(names);
        return this;
    }

    /** Writes a source, named such as {@code demo/Rooms.java}. */
    Workspace write(String name, String text) throws IOException {
        Path file = sources.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Removes a source and the classes of its type, as build tools do. */
    void delete(String name) throws IOException {
        Files.delete(sources.resolve(name));
        String type = name.replace(".java", "");
        Files.delete(classes.resolve(type + ".class"));
    }

    /** The result of a compilation, and the messages of the compiler. */
    record Outcome(boolean success, List<String> lines) {}

    /** Compiles these sources with our processors. */
    Outcome compile(List<String> names, String... options) throws IOException {
        return compile(
                List.of(
                        new JetalystProcessor(),
                        new MessagesProcessor(),
                        new IndexProcessor(),
                        new VocabularyProcessor()),
                names,
                options);
    }

    Outcome compile(List<Processor> processors, List<String> names, String... options) throws IOException {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
            files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(), // ecj would print what it reports
                    files,
                    diagnostics,
                    options(options),
                    classNames.isEmpty() ? null : classNames,
                    files.getJavaFileObjectsFromPaths(
                            names.stream().map(sources::resolve).toList()));
            task.setProcessors(processors);
            boolean success = task.call();
            return new Outcome(
                    success,
                    diagnostics.getDiagnostics().stream()
                            .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                            .map(this::line)
                            .toList());
        }
    }

    private List<String> options(String... more) {
        List<String> path = new ArrayList<>(List.of(classes.toString()));
        classPath.forEach(entry -> path.add(entry.toString()));
        path.add(System.getProperty("java.class.path"));
        List<String> options = new ArrayList<>(List.of(more));
        if (!options.contains("--module-path")) {
            options.addAll(List.of("-classpath", String.join(File.pathSeparator, path)));
        }
        return options;
    }

    private String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        String place = diagnostic.getSource() == null
                ? "-"
                : Map.entry(Path.of(diagnostic.getSource().toUri()).getFileName(), diagnostic.getLineNumber())
                        .toString()
                        .replace('=', ':');
        return place + " " + diagnostic.getMessage(Locale.ROOT);
    }

    Path classes() {
        return classes;
    }

    /** The lines of the index. */
    List<String> index() throws IOException {
        Path file = classes.resolve("META-INF/services/io.jetalyst.table.RouteTable");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** The text of a generated source, named such as {@code demo/Rooms_Routes.java}. */
    String generated(String name) throws IOException {
        return Files.readString(generated.resolve(name));
    }
}
