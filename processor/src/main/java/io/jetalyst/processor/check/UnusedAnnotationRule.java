package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.UnusedAnnotationDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** An annotation that nobody reads is a mistake, not a remark. */
final class UnusedAnnotationRule {
    private UnusedAnnotationRule() {}

    static void check(UnusedAnnotationDecl unused, Problems problems) {
        AnnotationDecl annotation = unused.annotation();
        switch (unused.target()) {
            case TYPE ->
                problems.add(
                        ProblemCode.PATH_OUTSIDE_CONTROLLER,
                        annotation.origin(),
                        annotation.text() + " has no effect on " + unused.owner() + ", which is no controller.",
                        "Add @Controller to it, or move " + annotation.text() + " to the controllers.");
            case METHOD -> method(unused, problems);
            case PARAMETER ->
                problems.add(
                        ProblemCode.PARAMETER_OUTSIDE_ROUTE,
                        annotation.origin(),
                        annotation.text()
                                + " has no effect on a parameter of a method that is no route of a controller.",
                        "Add @Get, @WebSocket or their like to the method, or remove it.");
        }
    }

    private static void method(UnusedAnnotationDecl unused, Problems problems) {
        AnnotationDecl annotation = unused.annotation();
        if (annotation.type().equals(Vocabulary.NON_BLOCKING)) {
            problems.add(
                    ProblemCode.NON_BLOCKING_WITHOUT_ROUTE,
                    annotation.origin(),
                    "@NonBlocking has no effect on a method that is no route of a controller.",
                    "Move it to the @Get, @WebSocket or other route that never blocks, or remove it.");
        } else {
            problems.add(
                    ProblemCode.ROUTE_OUTSIDE_CONTROLLER,
                    annotation.origin(),
                    annotation.text() + " has no effect in " + unused.owner() + ", which is no controller.",
                    "Add @Controller to " + unused.owner() + ", or make it abstract for controllers to inherit from.");
        }
    }
}
