package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.SocketModel;
import io.jetalyst.processor.model.Token;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashSet;
import java.util.Set;

/** Origins and subprotocols are written as browsers send them. Any other value would reject every client. */
final class SocketOptionsRule implements Rule {

    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.endpoint() instanceof RouteModel.Endpoint.Socket socket) {
                socket.options().origins().forEach(origin -> origin(origin, problems));
                subprotocols(route, socket.options(), problems);
            }
        }
    }

    private static void origin(ValueDecl origin, Problems problems) {
        OriginText.mistake(origin.text())
                .ifPresent(mistake -> problems.add(
                        ProblemCode.MALFORMED_ORIGIN,
                        origin.origin(),
                        "\"" + origin.text() + "\" " + mistake.what(),
                        mistake.fix()));
    }

    private static void subprotocols(RouteModel route, SocketModel options, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (ValueDecl subprotocol : options.subprotocols()) {
            String name = subprotocol.text();
            if (!Token.is(name)) {
                problems.add(
                        ProblemCode.MALFORMED_SUBPROTOCOL,
                        subprotocol.origin(),
                        "The subprotocol \"" + name + "\" is not a token (RFC 9110 §5.6.2).",
                        "Use letters, digits and " + Token.MARKS + ".");
            } else if (!seen.add(name)) {
                problems.add(
                        ProblemCode.MALFORMED_SUBPROTOCOL,
                        subprotocol.origin(),
                        "The subprotocol \"" + name + "\" is given twice.",
                        "Remove one of them.");
            }
        }
        if (options.subprotocolRequired() && options.subprotocols().isEmpty()) {
            problems.add(
                    ProblemCode.NO_SUBPROTOCOL_TO_REQUIRE,
                    route.annotation().originOf(Vocabulary.SUBPROTOCOL_REQUIRED),
                    "@WebSocket requires a subprotocol and lists none, so no client could connect.",
                    "List the subprotocols, or remove subprotocolRequired.");
        }
    }
}
