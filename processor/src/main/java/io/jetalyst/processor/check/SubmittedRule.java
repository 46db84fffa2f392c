package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** A user submits one form, and each of its fields is taken once. */
final class SubmittedRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            route.params().stream()
                    .filter(ParamModel.Submitted.class::isInstance)
                    .skip(1)
                    .forEach(second -> again(route, "takes a second Submitted, ", second, problems));
            route.params().stream()
                    .filter(param -> route.params().stream().anyMatch(submitted -> hasComponentsOf(submitted, param)))
                    .forEach(twice -> again(route, "takes what is Submitted again as ", twice, problems));
        }
    }

    private static boolean hasComponentsOf(ParamModel submitted, ParamModel bundle) {
        return submitted instanceof ParamModel.Submitted form
                && form.content() instanceof ParamModel.Bundle content
                && bundle instanceof ParamModel.Bundle other
                && content.type().equals(other.type());
    }

    private static void again(RouteModel route, String takes, ParamModel param, Problems problems) {
        problems.add(
                ProblemCode.SECOND_SUBMITTED,
                param.declaration().origin(),
                "The method " + route.method().name() + " " + takes
                        + param.declaration().name() + ".",
                "Take one Submitted, whose record has all components.");
    }
}
