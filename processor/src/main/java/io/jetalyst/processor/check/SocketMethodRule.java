package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;

/** A {@code @WebSocket} method takes one handshake and returns whether it accepted it. No other method takes a handshake. */
final class SocketMethodRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            List<ParamModel.Given> handshakes = route.parts().stream()
                    .filter(ParamModel.Given.class::isInstance)
                    .map(ParamModel.Given.class::cast)
                    .filter(param -> param.role() == ParamModel.Role.HANDSHAKE)
                    .toList();
            if (route.endpoint() instanceof RouteModel.Endpoint.Socket) {
                socket(route, handshakes, problems);
            } else {
                handshakes.forEach(handshake -> noSocket(route, handshake, problems));
            }
        }
    }

    private static void socket(RouteModel route, List<ParamModel.Given> handshakes, Problems problems) {
        String name = route.method().name();
        if (handshakes.isEmpty()) {
            problems.add(
                    ProblemCode.NO_HANDSHAKE,
                    route.method().origin(),
                    "The @WebSocket method " + name + " takes no handshake.",
                    "Add a parameter of type WebSocketHandshake, attach the listeners to it, as in"
                            + " handshake.onText((session, text) -> …), and return true.");
            return;
        }
        if (!route.method().result().equals(new TypeRef.Primitive("boolean"))) {
            problems.add(
                    ProblemCode.SOCKET_RESULT,
                    route.method().origin(),
                    "The @WebSocket method " + name + " returns "
                            + route.method().result().text() + ".",
                    "Return boolean: true once it has attached its listeners, false to let the page answer.");
        }
        for (ParamModel.Given more : handshakes.stream().skip(1).toList()) {
            problems.add(
                    ProblemCode.SECOND_HANDSHAKE,
                    more.declaration().origin(),
                    "The @WebSocket method " + name + " takes a second handshake.",
                    "Remove it: a request has one handshake.");
        }
    }

    private static void noSocket(RouteModel route, ParamModel.Given handshake, Problems problems) {
        problems.add(
                ProblemCode.HANDSHAKE_WITHOUT_SOCKET,
                handshake.declaration().origin(),
                "The " + route.annotation().text() + " method " + route.method().name()
                        + " takes a WebSocketHandshake.",
                "Take it in a @WebSocket method; it may have the same path.");
    }
}
