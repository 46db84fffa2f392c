package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One method handles an exception, and a class that handles the exceptions of all controllers has no routes. */
final class ErrorRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        Map<String, String> methods = new HashMap<>();
        controller.errors().forEach(error -> once(error, methods, problems));
        controller.errors().forEach(error -> traits(error, problems));
        if (controller.isGlobal()) {
            controller.routes().forEach(route -> noRoute(route, problems));
        }
    }

    /** Reports annotations that say something about a request only. */
    private static void traits(ErrorModel error, Problems problems) {
        for (String trait : List.of(Vocabulary.MAX_BODY, Vocabulary.ALLOW_CROSS_SITE)) {
            error.method()
                    .annotation(trait)
                    .ifPresent(annotation -> problems.add(
                            ProblemCode.TRAIT_WITHOUT_ROUTE,
                            annotation.origin(),
                            annotation.text() + " has no effect on the @OnError method "
                                    + error.method().name() + ", which is no route.",
                            "Move it to the routes that it is meant for, or remove it."));
        }
    }

    /** Checks that no class of exceptions has two methods. */
    static void checkTogether(List<ControllerModel> controllers, Problems problems) {
        Map<String, String> methods = new HashMap<>();
        controllers.stream()
                .filter(ControllerModel::isGlobal)
                .flatMap(controller -> controller.errors().stream())
                .forEach(error -> once(error, methods, problems));
    }

    private static void once(ErrorModel error, Map<String, String> methods, Problems problems) {
        String name =
                error.method().declaredIn().simpleName() + "." + error.method().name();
        for (TypeRef.Declared exception : error.exceptions()) {
            String other = methods.putIfAbsent(exception.name().qualifiedName(), name);
            if (other != null) {
                problems.add(
                        ProblemCode.ERROR_HANDLED_TWICE,
                        error.annotation().origin(),
                        Stream.of(other, name).distinct().count() == 1
                                ? "The method " + name + " names " + exception.text() + " twice."
                                : "The methods " + other + " and " + name + " both handle " + exception.text() + ".",
                        "Keep one.");
            }
        }
    }

    private static void noRoute(RouteModel route, Problems problems) {
        problems.add(
                ProblemCode.ROUTE_IN_ERROR_HANDLERS,
                route.annotation().origin(),
                "The method " + route.method().name() + " is a route, and its class has @ErrorHandlers.",
                "Move it to a class with @Controller.");
    }
}
