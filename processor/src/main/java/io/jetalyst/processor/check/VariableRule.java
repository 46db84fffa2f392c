package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.JavaWords;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** Every variable of a path has a parameter that takes it. A variable without one is usually misspelled. */
final class VariableRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.pathSound() && route.parts().stream().allMatch(VariableRule::known)) {
                route.path().variables().stream()
                        .filter(variable -> route.parts().stream().noneMatch(param -> takes(param, variable)))
                        .forEach(variable -> add(route, variable, problems));
            }
        }
    }

    /**
     * Whether it is known which variable the parameter takes. A parameter without a name, or with a @PathParam that names no variable, may be the
     * one that takes the variable.
     */
    private static boolean known(ParamModel param) {
        return !(param instanceof ParamModel.Unusable unusable)
                || param.declaration().nameKnown()
                        && !unusable.name().isEmpty()
                        && param.declaration()
                                .annotation(Source.PATH.annotation())
                                .isEmpty();
    }

    private static boolean takes(ParamModel param, String variable) {
        if (param instanceof ParamModel.Text value) {
            return value.source() == Source.PATH && value.name().equals(variable);
        }
        return param instanceof ParamModel.Unusable unusable && unusable.name().equals(variable);
    }

    private static void add(RouteModel route, String variable, Problems problems) {
        problems.add(
                ProblemCode.VARIABLE_WITHOUT_PARAMETER,
                route.origin(),
                route.title() + " has no parameter for {" + variable + "}.",
                JavaWords.canName(variable)
                        ? "Add a parameter named " + variable + ", or @PathParam(\"" + variable + "\")."
                        : "Add @PathParam(\"" + variable + "\") to the parameter that takes it.");
    }
}
