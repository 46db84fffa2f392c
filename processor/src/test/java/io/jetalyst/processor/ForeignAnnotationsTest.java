package io.jetalyst.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.processor.decl.Annotated;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.parse.ControllerParser;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.ElementReader;
import io.jetalyst.processor.read.SourceTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Annotations of a user's own, and of Jakarta, reach every later stage. */
class ForeignAnnotationsTest {
    private static final Path SOURCES = Path.of("src/test/resources/cases/annotations-of-others/input");

    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";

    private final TypeDecl invoices = read();

    @Test
    void reachTheClass() {
        assertEquals(Set.of("io.jetalyst.annotation.Controller", ROLES), types(invoices));
        assertEquals(List.of("clerk", "admin"), texts(invoices.annotation(ROLES).orElseThrow(), "value"));
    }

    @Test
    void reachTheMethodWithTheirDefaults() {
        AnnotationDecl audited = method("create").annotation("demo.Audited").orElseThrow();

        assertEquals(List.of("billing"), texts(audited, "value"));
        assertEquals(List.of("HIGH"), texts(audited, "level"));
        assertEquals(List.of("java.lang.String", "java.util.Map.Entry"), texts(audited, "types"));
        assertEquals(List.of("1", "2"), texts(audited, "days"));
        assertEquals(List.of("admin"), texts(method("create").annotation(ROLES).orElseThrow(), "value"));
    }

    @Test
    void reachTheParameter() {
        assertEquals(
                Set.of("io.jetalyst.annotation.QueryParam", "jakarta.validation.constraints.Min", "demo.Even"),
                types(method("list").params().get(0)));
    }

    @Test
    void reachTheModelOfTheRoute() {
        List<RouteModel> routes =
                new ControllerParser(new Problems()).parse(invoices).routes();
        RouteModel list = routes.stream()
                .filter(route -> route.method().name().equals("list"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                List.of("@Get", "@Controller", "@RolesAllowed"),
                list.annotations().stream().map(AnnotationDecl::text).toList());
        assertEquals(3, list.params().get(0).declaration().annotations().size());
    }

    @Test
    void replaceThoseOfTheMethodThatIsOverridden() {
        assertEquals(
                List.of("override"),
                texts(method("clear").annotation("demo.Audited").orElseThrow(), "value"));
        assertEquals(List.of("owner"), texts(method("clear").annotation(ROLES).orElseThrow(), "value"));
    }

    private MethodDecl method(String name) {
        return invoices.handlers().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> types(Annotated annotated) {
        Set<String> types = new TreeSet<>();
        annotated.annotations().forEach(annotation -> types.add(annotation.type()));
        return types;
    }

    private static List<String> texts(AnnotationDecl annotation, String member) {
        return annotation.values(member).stream().map(value -> value.text()).toList();
    }

    private static TypeDecl read() {
        Reader reader = new Reader();
        javac().withProcessors(reader).compile(Compilations.sources(SOURCES));
        return reader.found.get(0);
    }

    /** Reads the controller as the processor does. */
    @SupportedAnnotationTypes("*")
    private static final class Reader extends AbstractProcessor {
        private final SourceTypes sources = new SourceTypes();
        private final List<TypeDecl> found = new ArrayList<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            sources.add(round);
            if (found.isEmpty()) {
                new ElementReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), sources)
                        .read("demo.Invoices")
                        .ifPresent(found::add);
            }
            return false;
        }
    }
}
