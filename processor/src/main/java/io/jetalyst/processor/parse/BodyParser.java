package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.NoJson;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.BodyForm;
import io.jetalyst.processor.model.JsonType;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;

/** Finds the form of parameters that take the body of a request. */
final class BodyParser {
    private final TypeDecl type;
    private final AnnotationDecl route;
    private final PathTemplate path;
    private final Problems problems;

    BodyParser(TypeDecl type, AnnotationDecl route, PathTemplate path, Problems problems) {
        this.type = type;
        this.route = route;
        this.path = path;
        this.problems = problems;
    }

    /** Whether the parameter is the body: by its annotation, or because a record or a sealed type without a converter can be nothing else. */
    boolean isBody(ParamDecl param) {
        if (param.annotation(Vocabulary.BODY).isPresent()) {
            return true;
        }
        return Vocabulary.WITH_BODY.contains(route.type())
                && Claim.of(param).isEmpty()
                && param.annotation(Vocabulary.CONVERT_WITH).isEmpty()
                && !path.variables().contains(param.name())
                && param.type() instanceof TypeRef.Declared declared
                && declared.facts().converter().isEmpty() // a text is converted to it, such as a renamed variable
                && (declared.facts().kind() == Kind.RECORD || declared.facts().sealed());
    }

    ParamModel parse(ParamDecl param) {
        Optional<Claim> other = Claim.of(param).stream().findFirst();
        if (other.isPresent()) {
            AnnotationDecl source = other.get().annotation();
            return reported(
                    param,
                    ProblemCode.TWO_SOURCES,
                    source,
                    "The parameter " + param.name() + " has @Body and " + source.text() + ".",
                    "Keep the one it comes from.");
        }
        Optional<AnnotationDecl> defaultValue = param.annotation(Vocabulary.DEFAULT_VALUE);
        if (defaultValue.isPresent()) {
            return reported(
                    param,
                    ProblemCode.DEFAULT_WITHOUT_QUERY,
                    defaultValue.get(),
                    "A body has no default value.",
                    "Take an Optional<" + param.type().text() + ">, and remove @DefaultValue.");
        }
        Optional<AnnotationDecl> converter = param.annotation(Vocabulary.CONVERT_WITH);
        if (converter.isPresent()) {
            return reported(
                    param,
                    ProblemCode.SOURCE_NOT_NEEDED,
                    converter.get(),
                    "@ConvertWith converts texts, and the body " + param.name() + " is none.",
                    "Remove it, and convert the body in the method.");
        }
        boolean optional = param.type() instanceof TypeRef.Declared declared && declared.is("java.util.Optional");
        TypeRef content = optional ? content((TypeRef.Declared) param.type()) : param.type();
        BodyForm form = BodyForm.of(content);
        if (optional && content instanceof TypeRef.Declared inner && inner.is("java.util.Optional")) {
            return unsupported(param, "Take one Optional, which is empty if the request has no body.");
        }
        if (optional && form.isStream()) {
            return unsupported(param, "Take " + content.text() + ": it has no bytes if the request has no body.");
        }
        if (form == BodyForm.JSON) {
            return json(param, content, optional);
        }
        return new ParamModel.Body(param, form, content, optional);
    }

    private static TypeRef content(TypeRef.Declared optional) {
        return optional.raw() ? optional : optional.arguments().get(0);
    }

    private ParamModel json(ParamDecl param, TypeRef content, boolean optional) {
        Optional<String> fix = BodyAdvice.fix(content);
        if (fix.isPresent()) {
            return unsupported(param, fix.get());
        }
        if (!JsonType.isConcrete(content)) {
            return unsupported(
                    param,
                    "Give every type argument, without wildcards: List<Room>, not List or List<? extends Room>.");
        }
        Optional<TypeRef.Declared> noJson = NoJson.in(content);
        if (noJson.isPresent()) {
            return unsupported(
                    param,
                    "JSON cannot represent " + noJson.get().text()
                            + ": take the values that the client sends, such as a String or a record.");
        }
        Optional<TypeRef.Declared> hidden = JsonType.hidden(content, type.name().packageName());
        if (hidden.isPresent()) {
            problems.add(
                    ProblemCode.PRIVATE_PARAMETER_TYPE,
                    param.origin().ofType(),
                    "The generated table cannot name " + hidden.get().name().simpleName() + ", which the body "
                            + param.name() + " has.",
                    AccessFix.of(hidden.get(), type.name().packageName()));
            return new ParamModel.Unusable(param, param.name());
        }
        return new ParamModel.Body(param, BodyForm.JSON, content, optional);
    }

    private ParamModel unsupported(ParamDecl param, String fix) {
        problems.add(
                ProblemCode.UNSUPPORTED_TYPE,
                param.origin().ofType(),
                "The body " + param.name() + " has the type " + param.type().text() + ", which no body is read into.",
                fix);
        return new ParamModel.Unusable(param, param.name());
    }

    private ParamModel reported(ParamDecl param, ProblemCode code, AnnotationDecl annotation, String what, String fix) {
        problems.add(code, annotation.origin(), what, fix);
        return new ParamModel.Unusable(param, param.name());
    }
}
