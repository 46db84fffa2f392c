package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.HeirDecl;
import io.jetalyst.processor.decl.UnusedAnnotationDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reports annotations that nothing reads: each is a mistake. A forgotten {@code @Controller} is one mistake, however many routes there are. */
final class UnusedAnnotationRule {
    private UnusedAnnotationRule() {}

    static void check(List<UnusedAnnotationDecl> all, Problems problems) {
        Set<UnusedAnnotationDecl.Owner> reported = new HashSet<>();
        for (UnusedAnnotationDecl unused : all) {
            if (Vocabulary.ACCESS.contains(unused.annotation().type())) {
                access(unused, problems);
                continue;
            }
            switch (unused.target()) {
                case TYPE -> {
                    if (Vocabulary.JSON_NAMES.contains(unused.annotation().type())) {
                        jsonName(unused, problems);
                    } else if (all.stream().noneMatch(other -> isRouteOf(unused.owner(), other))) {
                        path(unused, problems);
                    }
                }
                case METHOD -> {
                    if (isTrait(unused)) {
                        trait(unused, problems);
                    } else if (reported.add(unused.owner())) {
                        route(unused, problems);
                    }
                }
                case PARAMETER -> parameter(unused, problems);
            }
        }
    }

    /** Whether the annotation changes a route, and makes none. */
    private static boolean isTrait(UnusedAnnotationDecl unused) {
        return !Vocabulary.METHODS.contains(unused.annotation().type());
    }

    private static boolean isRouteOf(UnusedAnnotationDecl.Owner owner, UnusedAnnotationDecl unused) {
        return unused.target() == UnusedAnnotationDecl.Target.METHOD
                && !isTrait(unused)
                && unused.owner().equals(owner);
    }

    private static void jsonName(UnusedAnnotationDecl unused, Problems problems) {
        AnnotationDecl annotation = unused.annotation();
        String name = unused.owner().simpleName();
        boolean isKind = annotation.type().equals(Vocabulary.KIND);
        problems.add(
                ProblemCode.JSON_NAME_UNUSED,
                annotation.origin(),
                annotation.text() + " has no effect on " + name + ", which "
                        + (isKind ? "is a kind of no sealed type." : "is no sealed interface or abstract class."),
                isKind
                        ? "Let " + name + " implement a sealed interface, or remove " + annotation.text() + "."
                        : "Move it to the sealed type, or remove it.");
    }

    private static void path(UnusedAnnotationDecl unused, Problems problems) {
        AnnotationDecl annotation = unused.annotation();
        UnusedAnnotationDecl.Owner owner = unused.owner();
        if (owner.isFilter() && annotation.type().equals(Vocabulary.NON_BLOCKING)) {
            problems.add(
                    ProblemCode.PATH_OUTSIDE_CONTROLLER,
                    annotation.origin(),
                    annotation.text() + " has no effect on " + owner.simpleName() + ", which is a filter.",
                    "Override isNonBlocking(), and let it return true.");
        } else if (owner.isBase()) {
            problems.add(
                    ProblemCode.PATH_OUTSIDE_CONTROLLER,
                    annotation.origin(),
                    annotation.text() + " has no effect on " + owner.simpleName()
                            + ": controllers inherit its routes, but not its " + annotation.text() + ".",
                    "Move " + annotation.text() + " to the controllers"
                            + (annotation.type().equals(Vocabulary.PATH)
                                    ? ", or write the whole path at each method."
                                    : "."));
        } else {
            problems.add(
                    ProblemCode.PATH_OUTSIDE_CONTROLLER,
                    annotation.origin(),
                    annotation.text() + " has no effect on " + owner.simpleName() + ", which is no controller.",
                    "Add @Controller to it, or move " + annotation.text() + " to the controllers.");
        }
    }

    private static void route(UnusedAnnotationDecl unused, Problems problems) {
        String name = unused.owner().simpleName();
        if (unused.annotation().type().equals(Vocabulary.ON_ERROR)) {
            problems.add(
                    ProblemCode.ROUTE_OUTSIDE_CONTROLLER,
                    unused.owner().origin(),
                    name + " handles exceptions, and has neither @Controller nor @ErrorHandlers.",
                    "Add @ErrorHandlers to " + name + " to handle the exceptions of all controllers.");
            return;
        }
        problems.add(
                ProblemCode.ROUTE_OUTSIDE_CONTROLLER,
                unused.owner().origin(),
                name + " has routes and is no controller, so they are not served.",
                unused.owner().namesake().isEmpty()
                        ? "Add @Controller to " + name + ", or make it abstract for controllers to inherit from."
                        : "Use " + Vocabulary.CONTROLLER + " instead of "
                                + unused.owner().namesake() + ".");
    }

    private static void trait(UnusedAnnotationDecl unused, Problems problems) {
        boolean isFilter = unused.annotation().type().equals(Vocabulary.FILTERED);
        problems.add(
                isFilter ? ProblemCode.FILTER_WITHOUT_ROUTE : ProblemCode.TRAIT_WITHOUT_ROUTE,
                unused.annotation().origin(),
                unused.annotation().text() + " has no effect on a method that is no route of a controller.",
                "Move it to a method with @Get, @WebSocket or another route, or remove it.");
    }

    /** A class that other frameworks may call, so this is a warning. */
    private static void access(UnusedAnnotationDecl unused, Problems problems) {
        String name = unused.owner().simpleName();
        problems.add(
                ProblemCode.ACCESS_NOT_CHECKED,
                unused.annotation().origin(),
                unused.annotation().text() + " has no effect in " + name
                        + ", which is no controller: only the clients of routes are checked.",
                "Move it to the routes that call " + name + ".");
    }

    private static void parameter(UnusedAnnotationDecl unused, Problems problems) {
        AnnotationDecl annotation = unused.annotation();
        problems.add(
                ProblemCode.PARAMETER_OUTSIDE_ROUTE,
                annotation.origin(),
                annotation.text() + " has no effect on a parameter of a method that is no route of a controller.",
                "Add an annotation such as @Get or @WebSocket to the method, or remove " + annotation.text() + ".");
    }

    /** Warns of classes that inherit routes and do not serve them. */
    static void check(HeirDecl heir, Problems problems) {
        problems.add(
                ProblemCode.ROUTES_NOT_SERVED,
                heir.origin(),
                heir.name() + " inherits the routes of " + heir.base()
                        + " and is no controller, so they are not served.",
                "Add @Controller to " + heir.name() + ".");
    }
}
