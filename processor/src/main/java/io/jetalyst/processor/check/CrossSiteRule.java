package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Set;

/** Only requests that change something are refused to pages of other sites, so only their methods can be opened to them. A controller may have both. */
final class CrossSiteRule implements Rule {
    private static final Set<String> REFUSED =
            Set.of(Vocabulary.POST, Vocabulary.PUT, Vocabulary.PATCH, Vocabulary.DELETE);

    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (!REFUSED.contains(route.annotation().type())) {
                route.method()
                        .annotation(Vocabulary.ALLOW_CROSS_SITE)
                        .ifPresent(annotation -> withoutEffect(route, annotation, problems));
            }
        }
    }

    private static void withoutEffect(RouteModel route, AnnotationDecl annotation, Problems problems) {
        boolean socket = route.endpoint() instanceof RouteModel.Endpoint.Socket;
        problems.add(
                ProblemCode.CROSS_SITE_WITHOUT_EFFECT,
                annotation.origin(),
                "@AllowCrossSite has no effect on the " + route.annotation().text() + " method "
                        + route.method().name() + ".",
                socket
                        ? "Name the origins that may open the socket, as in @WebSocket(origins = \"https://app.example\")."
                        : "Remove it: pages of all sites may send such a request.");
    }
}
