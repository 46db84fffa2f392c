package io.jetalyst.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.processor.read.ElementReader;
import io.jetalyst.processor.read.SourceTypes;
import io.jetalyst.processor.read.UnusedAnnotationReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;

/** Twice as many routes cost twice as many calls to the compiler, not four times as many. */
class LinearTimeTest {
    @Test
    void callsGrowWithTheRoutes() {
        long calls = calls(100, "");

        assertTrue(calls(200, "") < 2.5 * calls, calls + " calls for 100 routes");
    }

    @Test
    void callsGrowWithTheMethodsThatAreNoRoutes() {
        long calls = calls(100, "abstract ");

        assertTrue(calls(200, "abstract ") < 2.5 * calls, calls + " calls for 100 methods");
    }

    /** How often the readers call the compiler for a class of so many methods with annotated parameters. */
    private static long calls(int methods, String modifier) {
        boolean route = modifier.isEmpty();
        String body = IntStream.range(0, methods)
                .mapToObj(i -> (route ? "@Get(\"/" + i + "\") " : "") + modifier + "String m" + i
                        + "(@QueryParam int page)" + (route ? " { return \"\"; }" : ";"))
                .collect(Collectors.joining("\n"));
        Counting processor = new Counting();
        javac().withProcessors(processor)
                .compile(Compilations.source("package demo;\nimport io.jetalyst.annotation.*;\n@Controller " + modifier
                        + "class Wide {\n" + body + "\n}"));
        return processor.calls;
    }

    /** Reads as the processor does, and counts. */
    @SupportedAnnotationTypes("*")
    private static final class Counting extends AbstractProcessor {
        private final SourceTypes sources = new SourceTypes();
        private long calls;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            sources.add(round);
            Elements elements = counted(Elements.class, processingEnv.getElementUtils());
            Types types = counted(Types.class, processingEnv.getTypeUtils());
            if (!round.processingOver()) {
                new UnusedAnnotationReader(elements, types).read(annotations, round);
                new ElementReader(elements, types, sources).read("demo.Wide");
            }
            return false;
        }

        private <T> T counted(Class<T> type, T delegate) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        calls++;
                        try {
                            return method.invoke(delegate, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
