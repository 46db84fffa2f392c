package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Verb;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;

/**
 * A controller that has pages has one for each path of a socket. Another controller may serve it, or a route whose path covers the path of
 * the socket. A controller without pages is for clients that open sockets only.
 */
final class SocketPageRule {
    private SocketPageRule() {}

    static void check(List<ControllerModel> controllers, Problems problems) {
        List<PathTemplate> pages = controllers.stream()
                .flatMap(controller -> controller.routes().stream())
                .filter(SocketPageRule::isPage)
                .map(RouteModel::path)
                .toList();
        controllers.stream()
                .filter(controller -> controller.routes().stream().anyMatch(SocketPageRule::isPage))
                .flatMap(controller -> controller.routes().stream())
                .filter(route -> route.endpoint() instanceof RouteModel.Endpoint.Socket)
                .filter(route -> pages.stream().noneMatch(page -> page.covers(route.path())))
                .forEach(route -> problems.add(
                        ProblemCode.SOCKET_WITHOUT_PAGE,
                        route.origin(),
                        route.title() + " has no page: a plain request is answered with 426.",
                        "Add a @Get method of the same path."));
    }

    private static boolean isPage(RouteModel route) {
        return route.endpoint() instanceof RouteModel.Endpoint.Http http && http.verb() == Verb.GET;
    }
}
