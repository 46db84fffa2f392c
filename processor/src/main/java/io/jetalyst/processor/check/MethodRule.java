package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** The generated table is in the package of the controller and calls its methods directly, so it must have access to them. */
final class MethodRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        String packageName = controller.type().name().packageName();
        for (MethodDecl method : controller.methods()) {
            access(method, packageName, problems);
            form(method, problems);
        }
    }

    private static void access(MethodDecl method, String packageName, Problems problems) {
        if (method.has(Modifier.PRIVATE)) {
            add(ProblemCode.PRIVATE_METHOD, method, "is private.", "Make it package-private or public.", problems);
        } else if (!method.has(Modifier.PUBLIC)
                && !method.declaredIn().packageName().equals(packageName)) {
            add(
                    ProblemCode.INHERITED_NOT_PUBLIC,
                    method,
                    "is inherited from " + method.declaredIn() + " in another package, and is not public.",
                    "Make it public, or override it in the controller.",
                    problems);
        }
        if (method.has(Modifier.STATIC)) {
            add(ProblemCode.STATIC_METHOD, method, "is static.", "Remove static.", problems);
        }
    }

    private static void form(MethodDecl method, Problems problems) {
        if (!method.typeParameters().isEmpty()) {
            add(
                    ProblemCode.GENERIC_METHOD,
                    method,
                    "has type parameters.",
                    "Write the types: a request does not determine them.",
                    problems);
        }
        if (method.varargs()) {
            add(
                    ProblemCode.VARARGS_METHOD,
                    method,
                    "takes a variable number of arguments.",
                    "Write a parameter for each value.",
                    problems);
        }
        if (method.checkedExceptions().stream().anyMatch(type -> !type.isA("java.lang.Exception"))) {
            add(ProblemCode.THROWS_THROWABLE, method, "throws Throwable.", "Declare Exception at most.", problems);
        }
    }

    private static void add(ProblemCode code, MethodDecl method, String what, String fix, Problems problems) {
        problems.add(code, method.origin(), "The method " + method.name() + " " + what, fix);
    }
}
