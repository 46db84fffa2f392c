package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Verb;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;

/** A browser that opens the path of a socket gets a page. Another controller may serve it, or a route whose path covers the path of the socket. */
final class SocketPageRule {
    private SocketPageRule() {}

    static void check(List<ControllerModel> controllers, Problems problems) {
        List<RouteModel> routes = controllers.stream()
                .flatMap(controller -> controller.routes().stream())
                .toList();
        List<PathTemplate> pages = routes.stream()
                .filter(SocketPageRule::isPage)
                .map(RouteModel::path)
                .toList();
        for (RouteModel route : routes) {
            if (route.endpoint() instanceof RouteModel.Endpoint.Socket
                    && pages.stream().noneMatch(page -> page.covers(route.path()))) {
                problems.add(
                        ProblemCode.SOCKET_WITHOUT_PAGE,
                        route.origin(),
                        route.title() + " has no page: a plain request is answered with 426.",
                        "Add a @Get method of the same path.");
            }
        }
    }

    private static boolean isPage(RouteModel route) {
        return route.endpoint() instanceof RouteModel.Endpoint.Http http && http.verb() == Verb.GET;
    }
}
