package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A browser that opens the path of a socket should see a page; it may be another controller's. */
final class SocketPageRule {
    private SocketPageRule() {}

    static void check(List<ControllerModel> controllers, Problems problems) {
        Set<String> pages = new HashSet<>();
        for (ControllerModel controller : controllers) {
            for (RouteModel route : controller.routes()) {
                if (route.endpoint().kind().equals("GET")) {
                    pages.add(route.path().shape());
                }
            }
        }
        for (ControllerModel controller : controllers) {
            for (RouteModel route : controller.routes()) {
                if (route.endpoint() instanceof RouteModel.Endpoint.Socket
                        && !pages.contains(route.path().shape())) {
                    problems.add(
                            ProblemCode.SOCKET_WITHOUT_PAGE,
                            route.origin(),
                            route.title() + " has no page: a plain request is answered with 426.",
                            "Add a @Get method of the same path.");
                }
            }
        }
    }
}
