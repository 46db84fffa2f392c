package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the binding of each parameter of a route's method. */
final class ParamParser {
    private final TypeDecl type;
    private final ParamAdvice advice;
    private final TextParser texts;
    private final BodyParser bodies;
    private final RecordParser records;
    private final SubmittedParser submitted;
    private final Problems problems;

    ParamParser(TypeDecl type, AnnotationDecl route, PathTemplate path, boolean pathSound, Problems problems) {
        this.type = type;
        this.advice = new ParamAdvice(type, route);
        this.texts = new TextParser(type, path, pathSound, advice, problems);
        this.bodies = new BodyParser(type, route, path, problems);
        this.records = new RecordParser(type, advice.hasBody(), problems);
        this.submitted = new SubmittedParser(type, bodies, problems);
        this.problems = problems;
    }

    List<ParamModel> parse(MethodDecl method) {
        List<ParamModel> params = new ArrayList<>();
        boolean listener = advice.isListener(method);
        for (ParamDecl param : method.params()) {
            boolean rest = method.varargs() && params.size() == method.params().size() - 1;
            boolean reported = rest || listener || method.leavesOpen(param.type()); // by a rule for the method
            params.add(reported ? new ParamModel.Unusable(param, param.name()) : parse(method, param, 0));
        }
        return params;
    }

    /** @param depth the number of records around the parameter */
    private ParamModel parse(MethodDecl method, ParamDecl param, int depth) {
        Optional<ParamModel.Role> role = ParamModel.Role.of(param.type());
        if (role.isPresent()) {
            return given(param, role.get());
        }
        Optional<TypeRef> wrapped = wrapped(param.type());
        if (wrapped.isPresent()) {
            return withoutWrapper(param, wrapped.get());
        }
        if (SubmittedParser.isSubmitted(param)) {
            return submitted.parse(param, depth > 0, content -> parse(method, content, depth));
        }
        if (RecordParser.isRecord(param)) {
            return depth > 1
                    ? records.tooDeep(param)
                    : records.parse(param, this::lacksSource, component -> parse(method, component, depth + 1));
        }
        if (bodies.isBody(param)
                && param.annotation(Vocabulary.BODY).isEmpty()
                && RecordParser.hasSources(type, param.type())) {
            return records.withoutParams(param);
        }
        return bodies.isBody(param) ? bodies.parse(param) : texts.parse(method, param, depth > 0);
    }

    /** Whether a component of a record is for a text of the request, and nothing says for which. */
    private boolean lacksSource(ParamDecl component) {
        return ParamModel.Role.of(component.type()).isEmpty()
                && !SubmittedParser.isSubmitted(component)
                && !RecordParser.isRecord(component)
                && !bodies.isBody(component)
                && texts.lacksSource(component);
    }

    /** The type of an object that the framework gives to the method, if the parameter has it in an {@code Optional} or another holder. */
    private static Optional<TypeRef> wrapped(TypeRef type) {
        Shape shape = Shape.of(type);
        return shape == Shape.ONE
                ? Optional.empty()
                : shape.element(type)
                        .filter(element -> ParamModel.Role.of(element).isPresent());
    }

    private ParamModel withoutWrapper(ParamDecl param, TypeRef given) {
        problems.add(
                ProblemCode.UNSUPPORTED_TYPE,
                param.origin().ofType(),
                "The parameter " + param.name() + " has the type "
                        + param.type().text() + ", and each request has one " + given.text() + ".",
                "Take " + given.text() + " itself"
                        + (ParamModel.Role.of(given).equals(Optional.of(ParamModel.Role.SESSION))
                                ? ": its method exists() says whether something is stored."
                                : "."));
        return new ParamModel.Unusable(param, param.name());
    }

    private ParamModel given(ParamDecl param, ParamModel.Role role) {
        String type = param.type().text();
        param.annotations().stream()
                .filter(annotation -> Vocabulary.PARAMETERS.contains(annotation.type()))
                .forEach(annotation -> problems.add(
                        ProblemCode.SOURCE_NOT_NEEDED,
                        annotation.origin(),
                        annotation.text() + " says nothing about a parameter of type " + type + ".",
                        "Remove it: the framework gives the " + type + " by its type."));
        return new ParamModel.Given(param, role);
    }
}
