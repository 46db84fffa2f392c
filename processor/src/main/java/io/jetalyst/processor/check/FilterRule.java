package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.FilteredDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** The generated table creates filters as it creates the controller, and filters run around routes only. */
final class FilterRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        TypeDecl type = controller.type();
        for (TypeDecl filter : controller.filters()) {
            ConstructorRule.check(filter, "filter", type.name().packageName(), problems);
        }
        type.unusedFilters().stream()
                .filter(unused -> !unused.isDirect()) // the others are reported as unused annotations of the vocabulary
                .forEach(unused -> withoutRoute(unused, "a method that is no route of a controller", problems));
        controller.errors().stream()
                .flatMap(error -> error.method().filtered().stream())
                .forEach(unused -> withoutRoute(unused, "a method that handles exceptions", problems));
        if (controller.isGlobal()) {
            type.filtered().forEach(unused -> withoutRoute(unused, "a class that handles exceptions", problems));
        }
    }

    private static void withoutRoute(FilteredDecl unused, String place, Problems problems) {
        problems.add(
                ProblemCode.FILTER_WITHOUT_ROUTE,
                unused.use().origin(),
                unused.use().text() + " has no effect on " + place + ": filters run around routes.",
                "Move it to a method with @Get, @WebSocket or another route, or to a controller.");
    }
}
