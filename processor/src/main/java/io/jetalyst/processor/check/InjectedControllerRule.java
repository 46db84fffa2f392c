package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A constructor takes no controller: the tables create the controllers, and nothing gives them to each other. */
final class InjectedControllerRule {
    private InjectedControllerRule() {}

    static void check(List<ControllerModel> controllers, Problems problems) {
        Set<String> names = controllers.stream()
                .map(controller -> controller.type().name().qualifiedName())
                .collect(Collectors.toSet());
        for (ControllerModel controller : controllers) {
            for (MethodDecl constructor : controller.type().constructors()) {
                for (ParamDecl param : constructor.params()) {
                    if (param.type() instanceof TypeRef.Declared declared
                            && names.contains(declared.name().qualifiedName())) {
                        add(controller, param, declared, problems);
                    }
                }
            }
        }
    }

    private static void add(ControllerModel controller, ParamDecl param, TypeRef.Declared type, Problems problems) {
        boolean itself = type.name().equals(controller.type().name());
        problems.add(
                ProblemCode.CONSTRUCTOR_PARAMETER,
                param.origin(),
                "The constructor parameter " + param.name() + " is a controller, and controllers are not injected.",
                itself
                        ? "Remove it: it is the controller itself."
                        : "Move what both need to a class of its own, and bind an instance with App.builder().bind(…).");
    }
}
