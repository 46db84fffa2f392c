package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AccessDecl;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.LimitModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Segment;
import io.jetalyst.processor.model.SocketModel;
import io.jetalyst.processor.model.Verb;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the routes of one controller. */
final class RouteParser {
    private final TypeDecl type;
    private final BasePath base;
    private final FilterParser filters;
    private final Problems problems;

    RouteParser(TypeDecl type, BasePath base, Problems problems) {
        this.type = type;
        this.base = base;
        this.filters = new FilterParser(type, problems);
        this.problems = problems;
    }

    RouteModel parse(MethodDecl method, AnnotationDecl annotation) {
        String own = annotation.value(Vocabulary.VALUE).map(ValueDecl::text).orElse("");
        ParsedPath parsed = PathTemplateParser.parse(own);
        List<Segment> segments = new ArrayList<>(base.segments());
        segments.addAll(parsed.segments());
        PathTemplate path = new PathTemplate(join(own), segments);
        List<ParsedPath.Fault> faults = new ArrayList<>(parsed.faults());
        if (own.equals("/") && !base.text().isEmpty()) {
            faults.add(new ParsedPath.Fault(
                    ProblemCode.TRAILING_SLASH,
                    "ends with a slash.",
                    "Write " + annotation.text() + " alone for the controller's own path."));
        }
        faults.forEach(fault -> problem(annotation, own, fault));
        boolean extendsTail = base.endsInTail() && !parsed.segments().isEmpty();
        if (extendsTail) {
            problems.add(
                    ProblemCode.TAIL_NOT_LAST,
                    base.origin(),
                    "@Path \"" + base.text()
                            + "\" ends with a variable that takes the rest of the path, so no method can"
                            + " add a segment.",
                    "Move that variable to the paths of the methods.");
        } else if (faults.isEmpty() && base.sound()) {
            faults.addAll(PathTemplateParser.faultsOf(segments));
            faults.forEach(fault -> problem(annotation, path.text(), fault));
        }
        boolean sound = faults.isEmpty() && base.sound() && !extendsTail;
        List<ParamModel> params = new ParamParser(type, annotation, path, sound, problems).parse(method);
        return new RouteModel(
                method,
                annotation,
                path,
                sound,
                params,
                annotations(method),
                filters.parse(method),
                access(method),
                endpoint(method, annotation));
    }

    /** The method decides before its controller. */
    private Optional<AccessDecl> access(MethodDecl method) {
        return Stream.concat(method.access().stream(), type.access().stream()).findFirst();
    }

    private List<AnnotationDecl> annotations(MethodDecl method) {
        Stream<AnnotationDecl> shared = type.annotations().stream()
                .filter(annotation -> method.annotation(annotation.type()).isEmpty());
        return Stream.concat(method.annotations().stream(), shared).toList();
    }

    private void problem(AnnotationDecl annotation, String path, ParsedPath.Fault fault) {
        problems.add(
                fault.code(),
                annotation.originOf(Vocabulary.VALUE),
                annotation.text() + " path \"" + path + "\" " + fault.what(),
                fault.fix());
    }

    private String join(String own) {
        String joined = own.equals("/") && base.text().isEmpty() ? "/" : base.text() + own;
        return joined.isEmpty() ? "/" : joined;
    }

    private RouteModel.Endpoint endpoint(MethodDecl method, AnnotationDecl annotation) {
        return Verb.of(annotation.type())
                .<RouteModel.Endpoint>map(verb -> http(verb, method))
                .orElseGet(() -> socket(method, annotation));
    }

    private RouteModel.Endpoint socket(MethodDecl method, AnnotationDecl annotation) {
        method.annotation(Vocabulary.RESPONSE_STATUS)
                .ifPresent(status -> problems.add(
                        ProblemCode.STATUS_TWICE,
                        status.origin(),
                        "@ResponseStatus has no effect on the @WebSocket method " + method.name() + ".",
                        "Remove it: a handshake that the method accepts is answered with 101 or 200."));
        return new RouteModel.Endpoint.Socket(socket(annotation));
    }

    private RouteModel.Endpoint http(Verb verb, MethodDecl method) {
        ResultModel result = new ResultParser(type, method, problems).parse();
        return new RouteModel.Endpoint.Http(verb, result, StatusParser.parse(method, result, problems));
    }

    private static SocketModel socket(AnnotationDecl annotation) {
        return new SocketModel(
                annotation.values(Vocabulary.ORIGINS),
                annotation.values(Vocabulary.SUBPROTOCOLS),
                annotation
                        .value(Vocabulary.SUBPROTOCOL_REQUIRED)
                        .filter(value -> value.text().equals("true"))
                        .isPresent(),
                limits(annotation),
                choice(annotation, Vocabulary.OVERFLOW, Vocabulary.OVERFLOWS),
                choice(annotation, Vocabulary.COMPRESSION, Vocabulary.COMPRESSIONS));
    }

    /** The choice of the user, unless it is the first one, which is the default. */
    private static Optional<String> choice(AnnotationDecl annotation, String member, List<String> choices) {
        return annotation.value(member).map(ValueDecl::text).filter(choices.subList(1, choices.size())::contains);
    }

    private static List<LimitModel> limits(AnnotationDecl annotation) {
        List<LimitModel> limits = new ArrayList<>();
        for (String member : Vocabulary.LIMITS) {
            annotation
                    .value(member)
                    .flatMap(value -> LimitModel.of(member, value))
                    .ifPresent(limits::add);
        }
        return limits;
    }
}
