package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.BodyForm;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;
import java.util.function.Function;

/** Finds the content of a parameter that takes what a user has submitted, with its mistakes. */
final class SubmittedParser {
    private final TypeDecl controller;
    private final BodyParser bodies;
    private final Problems problems;

    SubmittedParser(TypeDecl controller, BodyParser bodies, Problems problems) {
        this.controller = controller;
        this.bodies = bodies;
        this.problems = problems;
    }

    /** Whether the parameter has the type {@code Submitted}, or a container of it. */
    static boolean isSubmitted(ParamDecl param) {
        return is(param.type())
                || Shape.of(param.type()) != Shape.ONE
                        && Shape.of(param.type())
                                .element(param.type())
                                .filter(SubmittedParser::is)
                                .isPresent();
    }

    private static boolean is(TypeRef type) {
        return type instanceof TypeRef.Declared declared && declared.is(Vocabulary.SUBMITTED);
    }

    /**
     * @param isComponent whether the parameter is a component of a record
     * @param records the binding of a record
     */
    ParamModel parse(ParamDecl param, boolean isComponent, Function<ParamDecl, ParamModel> records) {
        if (isComponent || !is(param.type())) {
            return wrong(
                    param,
                    param.origin(),
                    isComponent ? "The component " + param.name() + " is Submitted." : typeOf(param),
                    "Take the Submitted itself as a parameter of the method: it has the value or the errors.");
        }
        TypeRef.Declared type = (TypeRef.Declared) param.type();
        if (type.raw()
                || type.arguments().get(0) instanceof TypeRef.Wildcard
                || is(type.arguments().get(0))) {
            return wrong(param, param.origin(), typeOf(param), "Give the type of the value: Submitted<SignUp>.");
        }
        ParamDecl content = new ParamDecl(
                param.name(),
                param.nameKnown(),
                type.arguments().get(0),
                param.annotations(),
                param.constraints(),
                param.origin());
        if (RecordParser.isRecord(param)) {
            return submitted(param, records.apply(content));
        }
        Optional<AnnotationDecl> source = param.annotations().stream()
                .filter(annotation -> Vocabulary.PARAMETERS.contains(annotation.type()))
                .filter(annotation -> !annotation.type().equals(Vocabulary.BODY))
                .findFirst();
        if (source.isPresent()) {
            return wrong(
                    param,
                    source.get().origin(),
                    "The parameter " + param.name() + " is Submitted and has "
                            + source.get().text() + ".",
                    "Write @Params, and annotate the components of the record, or write @Body for a JSON body.");
        }
        if (!bodies.isBody(content) || RecordParser.hasSources(controller, content.type())) {
            return wrong(
                    param,
                    param.origin(),
                    "Nothing says what the user submits in " + param.name() + ".",
                    "Write @Params for a record of parameters such as form fields, or @Body for a JSON body.");
        }
        return body(param, content);
    }

    private ParamModel body(ParamDecl param, ParamDecl content) {
        ParamModel body = bodies.parse(content);
        boolean isJson = body instanceof ParamModel.Body json && json.form() == BodyForm.JSON && !json.optional();
        return isJson || body instanceof ParamModel.Unusable
                ? submitted(param, body)
                : wrong(param, param.origin(), typeOf(param), "Take a body of JSON, such as a record or a list.");
    }

    private static ParamModel submitted(ParamDecl param, ParamModel content) {
        return content instanceof ParamModel.Unusable ? content : new ParamModel.Submitted(param, content);
    }

    private static String typeOf(ParamDecl param) {
        return "The parameter " + param.name() + " has the type " + param.type().text() + ".";
    }

    private ParamModel wrong(ParamDecl param, Origin origin, String what, String fix) {
        problems.add(ProblemCode.SUBMITTED_TYPE, origin, what, fix);
        return new ParamModel.Unusable(param, param.name());
    }
}
