package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;

/** A POST, PUT or PATCH method takes one body at most, and no other method takes one. */
final class BodyRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            List<ParamModel.Body> bodies = route.bodies();
            if (!Vocabulary.WITH_BODY.contains(route.annotation().type())) {
                bodies.forEach(body -> noBody(route, body, problems));
            } else {
                bodies.stream().skip(1).forEach(body -> second(route, bodies.get(0), body, problems));
            }
        }
    }

    private static void noBody(RouteModel route, ParamModel.Body body, Problems problems) {
        boolean socket = route.endpoint() instanceof RouteModel.Endpoint.Socket;
        problems.add(
                ProblemCode.BODY_NOT_EXPECTED,
                body.declaration().origin(),
                "The " + route.annotation().text() + " method "
                        + route.method().name() + " takes the body "
                        + body.declaration().name() + ", but "
                        + (socket ? "a handshake" : "a " + route.endpoint().kind() + " request") + " has none.",
                socket
                        ? "Remove it: messages come to listeners, as in handshake.onMessage(Say.class, (session, say) -> …)."
                        : "Answer a POST, PUT or PATCH request, or take the values with @QueryParam.");
    }

    private static void second(RouteModel route, ParamModel.Body first, ParamModel.Body second, Problems problems) {
        problems.add(
                ProblemCode.SECOND_BODY,
                second.declaration().origin(),
                "The method " + route.method().name() + " takes two bodies, "
                        + first.declaration().name() + " and "
                        + second.declaration().name() + ".",
                "Take one, with the members of both.");
    }
}
