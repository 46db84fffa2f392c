package io.jetalyst.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A processor of another library, which writes the result type of a controller in a given round. */
final class GeneratingProcessor extends AbstractProcessor {
    static final String CONTROLLER = """
            package demo;

            import io.jetalyst.annotation.Controller;
            import io.jetalyst.annotation.Get;
            import java.util.List;

            @Controller
            class Rooms {
                @Get(Written.PATH)
                List<Written> page(String room) {
                    return List.of();
                }
            }
            """;

    static final int LAST = -1;

    private final int inRound;
    private final String supertype;
    private int round;

    GeneratingProcessor(int inRound) {
        this(inRound, "");
    }

    /** @param supertype such as {@code implements Command} */
    GeneratingProcessor(int inRound, String supertype) {
        this.inRound = inRound;
        this.supertype = supertype;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        round++;
        if (environment.processingOver() ? inRound == LAST : round <= inRound) {
            boolean wanted = round == inRound || inRound == LAST;
            write(
                    wanted ? "Written " + supertype : "Step" + round,
                    wanted ? " static final String PATH = \"/rooms/{room}\"; " : "");
        }
        return false;
    }

    private void write(String name, String body) {
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile("demo." + name.split(" ")[0])
                .openWriter()) {
            out.write("package demo; final class " + name + " {" + body + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
