package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/** No two parameters of a method take the same text of a request as the same type: one of them has the name of another by mistake. */
final class SameValueRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            List<ParamModel.Text> seen = new ArrayList<>();
            for (ParamModel param : route.params()) {
                if (param instanceof ParamModel.Text text) {
                    seen.stream()
                            .filter(other -> isSame(other, text))
                            .findFirst()
                            .ifPresent(other -> add(route, other, text, problems));
                    seen.add(text);
                }
            }
        }
    }

    private static boolean isSame(ParamModel.Text one, ParamModel.Text other) {
        return one.source() == other.source()
                && one.name().equals(other.name())
                && one.declaration().type().equals(other.declaration().type());
    }

    private static void add(RouteModel route, ParamModel.Text first, ParamModel.Text second, Problems problems) {
        String own = second.declaration().name();
        Origin origin = second.declaration()
                .annotation(second.source().annotation())
                .map(AnnotationDecl::origin)
                .orElse(second.declaration().origin());
        String annotation = second.source()
                .annotation()
                .substring(second.source().annotation().lastIndexOf('.') + 1);
        problems.add(
                ProblemCode.SAME_VALUE,
                origin,
                "The parameters " + first.declaration().name() + " and " + own + " of the method "
                        + route.method().name() + " both take @" + annotation + "(\"" + second.name() + "\").",
                "Write the name that " + own + " has in the request, or remove the parameter.");
    }
}
