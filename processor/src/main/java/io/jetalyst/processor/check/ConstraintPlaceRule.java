package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;

/**
 * The validator checks what a client sends, in the group {@code Default}. Constraints on results, on objects that the framework gives, and in other
 * groups are checked by nothing.
 */
final class ConstraintPlaceRule implements Rule {
    private static final String PACKAGE = "jakarta.validation.";
    private static final String VALID = PACKAGE + "Valid";
    private static final String DEFAULT = PACKAGE + "groups.Default";

    @Override
    public void check(ControllerModel controller, Problems problems) {
        TypeDecl type = controller.type();
        type.constructors().forEach(constructor -> params(constructor.params(), "a constructor", problems));
        type.references().converters().values().stream()
                .flatMap(converter -> converter.handlers().stream())
                .forEach(convert -> params(convert.params(), "a converter", problems));
        controller.methods().forEach(method -> result(method, problems));
        controller.routes().forEach(route -> route(route, problems));
        for (ErrorModel error : controller.errors()) {
            params(error.method().params(), "a method with @OnError", problems);
        }
    }

    private static void result(MethodDecl method, Problems problems) {
        method.annotations().stream()
                .filter(annotation -> annotation.type().startsWith(PACKAGE))
                .findFirst()
                .ifPresent(annotation -> problems.add(
                        ProblemCode.CONSTRAINT_WITHOUT_CHECK,
                        annotation.origin(),
                        "Nothing checks " + annotation.text() + " of the result of " + method.name()
                                + ": the validator checks what a client sends.",
                        "Remove it, or check the value in the method."));
    }

    private static void params(List<ParamDecl> params, String owner, Problems problems) {
        params.forEach(param -> given(param, "the validator does not check the parameters of " + owner, problems));
    }

    private static void given(ParamDecl param, String reason, Problems problems) {
        param.annotations().stream()
                .filter(annotation -> annotation.type().startsWith(PACKAGE))
                .findFirst()
                .ifPresent(annotation -> problems.add(
                        ProblemCode.CONSTRAINT_WITHOUT_CHECK,
                        annotation.origin(),
                        "Nothing checks " + annotation.text() + " of the parameter " + param.name() + ": " + reason
                                + ".",
                        "Remove it."));
    }

    private static void route(RouteModel route, Problems problems) {
        route.parts().forEach(part -> {
            ParamDecl param = part.declaration();
            if (part instanceof ParamModel.Given) {
                given(param, "the framework gives the " + param.type().text() + " itself", problems);
            } else if (part instanceof ParamModel.Text || part instanceof ParamModel.Body) {
                param.annotations().forEach(annotation -> constraint(param, annotation, problems));
            }
        });
    }

    private static void constraint(ParamDecl param, AnnotationDecl annotation, Problems problems) {
        boolean grouped = annotation.type().startsWith(PACKAGE)
                && annotation.values("groups").stream()
                        .anyMatch(group -> !group.text().equals(DEFAULT));
        if (grouped) {
            problems.add(
                    ProblemCode.CONSTRAINT_WITHOUT_CHECK,
                    annotation.origin(),
                    "Nothing checks " + annotation.text() + " of the parameter " + param.name()
                            + ": the validator checks the group Default only.",
                    "Remove groups.");
        } else if (annotation.type().equals(VALID) && !hasMembers(param.type())) {
            problems.add(
                    ProblemCode.CONSTRAINT_OF_OTHER_TYPE,
                    annotation.origin(),
                    "@Valid checks the members of a class, and " + param.name() + " has the type "
                            + param.type().text() + ".",
                    "Remove it, or take a constraint for this type.");
        }
    }

    private static boolean hasMembers(TypeRef type) {
        return !(type instanceof TypeRef.Primitive)
                && !(type instanceof TypeRef.Declared declared
                        && declared.arguments().isEmpty()
                        && declared.name().packageName().startsWith("java."));
    }
}
