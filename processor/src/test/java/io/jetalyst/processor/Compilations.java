package io.jetalyst.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources with both processors. */
final class Compilations {
    private Compilations() {}

    /** With every warning on, as in the builds that are strictest. */
    static Compilation compile(List<JavaFileObject> sources, String... options) {
        List<Object> all = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing"));
        all.addAll(List.of(options));
        return javac().withOptions(all)
                .withProcessors(new JetalystProcessor(), new MessagesProcessor(), new IndexProcessor())
                .compile(sources);
    }

    /** One source; its name is found in its text. */
    static JavaFileObject source(String text) {
        String packageName =
                after("package ", text).isEmpty() ? "" : after("package ", text).replace(";", "") + ".";
        String simpleName = Stream.of("class ", "record ", "interface ", "enum ")
                .filter(text::contains)
                .min((a, b) -> Integer.compare(text.indexOf(a), text.indexOf(b)))
                .map(keyword -> after(keyword, text))
                .orElseThrow();
        return JavaFileObjects.forSourceString(packageName + simpleName, text);
    }

    private static String after(String keyword, String text) {
        int start = text.indexOf(keyword);
        return start < 0 ? "" : text.substring(start + keyword.length()).split("[\\s<({]", 2)[0];
    }

    /** All sources below a directory, in the order of their paths. */
    static List<JavaFileObject> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> source(directory, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(Path directory, Path file) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        try {
            return JavaFileObjects.forSourceString(
                    name.substring(0, name.length() - ".java".length()).replace('/', '.'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code error demo/Rooms.java:8:10 [ROUTE-012] …}, and line ends as {@code \n}. */
    static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        String place = diagnostic.getSource() == null
                ? "-"
                : diagnostic.getSource().toUri().getPath().replaceFirst("^/", "") + ":" + diagnostic.getLineNumber()
                        + ":" + diagnostic.getColumnNumber();
        return kind + " " + place + " "
                + diagnostic.getMessage(null).replace("\r", "").replace("\n", "\\n");
    }

    /** The messages of the compiler in their order, which is stable. */
    static List<String> lines(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Compilations::line)
                .toList();
    }

    /** The text of a generated source. */
    static String generated(Compilation compilation, String qualifiedName) {
        return text(compilation
                .generatedSourceFile(qualifiedName)
                .orElseThrow(() -> new AssertionError("no " + qualifiedName + "; " + lines(compilation))));
    }

    static String text(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
