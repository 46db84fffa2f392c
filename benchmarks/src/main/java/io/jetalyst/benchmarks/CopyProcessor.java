package io.jetalyst.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes sources that are there already, so that javac takes the time for these sources, and next to none for their generation. */
@SupportedAnnotationTypes("io.jetalyst.annotation.*")
@SupportedOptions(CopyProcessor.DIRECTORY)
public final class CopyProcessor extends AbstractProcessor {
    /** The option that names the directory of the sources, which have no package. */
    static final String DIRECTORY = "benchmark.copied";

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!annotations.isEmpty()) {
            try {
                copy(Path.of(processingEnv.getOptions().get(DIRECTORY)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }

    private void copy(Path directory) throws IOException {
        for (Path source : sources(directory)) {
            String name = source.getFileName().toString().replace(".java", "");
            try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                out.write(Files.readString(source));
            }
        }
    }

    /** The sources in a directory. */
    static List<Path> sources(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
