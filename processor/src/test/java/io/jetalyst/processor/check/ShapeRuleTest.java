package io.jetalyst.processor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.CompilationContext;
import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.References;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeFacts;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.ResultKind;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Segment;
import io.jetalyst.processor.model.Verb;
import io.jetalyst.processor.problem.Problem;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules need no compiler: models are values. */
class ShapeRuleTest {
    private static final ClassRef ROOMS = new ClassRef("demo", List.of("Rooms"));

    /** A place that differs from others by its name. */
    private record Place(String name) implements Origin {}

    private static RouteModel get(String path, Segment... segments) {
        AnnotationDecl annotation = new AnnotationDecl(
                Vocabulary.GET,
                Map.of(Vocabulary.VALUE, List.of(new ValueDecl(path, new Place(path)))),
                false,
                Origin.NOWHERE);
        MethodDecl method = new MethodDecl(
                "page",
                Set.of(),
                List.of(),
                new TypeRef.Primitive("void"),
                List.of(),
                false,
                List.of(),
                List.of(annotation),
                List.of(),
                List.of(),
                ROOMS,
                Deprecation.NONE,
                Origin.NOWHERE);
        return new RouteModel(
                method,
                annotation,
                new PathTemplate(path, List.of(segments)),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                new RouteModel.Endpoint.Http(Verb.GET, new ResultModel.Leaf(ResultKind.NOTHING), Optional.empty()));
    }

    private static List<Problem> problems(RouteModel... routes) {
        TypeFacts facts = new TypeFacts(
                Kind.CLASS,
                false,
                false,
                Access.EVERYBODY,
                Deprecation.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
        TypeDecl type = new TypeDecl(
                ROOMS,
                facts,
                Set.of(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                References.NONE,
                List.of(),
                new CompilationContext(true, false, false, Optional.empty()),
                Origin.NOWHERE);
        Problems problems = new Problems();
        new ShapeRule().check(new ControllerModel(type, List.of(routes), List.of()), problems);
        return problems.all();
    }

    private static Segment literal(String text) {
        return new Segment.Literal(text);
    }

    @Test
    void treatsPathsThatDifferInNamesAsEqual() {
        List<Problem> found = problems(
                get("/a/{x}", literal("a"), new Segment.Variable("x")),
                get("/a/{y}", literal("a"), new Segment.Variable("y")));
        assertEquals(1, found.size());
        assertSame(ProblemCode.SAME_SHAPE, found.get(0).code());
        assertEquals(new Place("/a/{y}"), found.get(0).origin());
        assertEquals(
                Optional.empty(),
                Stream.of("/a/{x}", "/a/{y}")
                        .filter(path -> !found.get(0).what().contains(path))
                        .findFirst());
    }

    @Test
    void distinguishesLiteralVariableAndTail() {
        assertEquals(
                List.of(),
                problems(
                        get("/a/b", literal("a"), literal("b")),
                        get("/a/{x}", literal("a"), new Segment.Variable("x")),
                        get("/a/{*x}", literal("a"), new Segment.Tail("x")),
                        get("/A/b", literal("A"), literal("b"))));
    }
}
