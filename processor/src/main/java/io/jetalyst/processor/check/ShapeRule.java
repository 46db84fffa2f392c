package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No two routes answer the same requests, whatever their variables are called. {@code @Produces} and {@code @Consumes} can separate them. */
final class ShapeRule implements Rule {
    /** A route and whose it is. */
    private record Owned(ControllerModel controller, RouteModel route) {
        /** Its method, named so that the other is not taken for it. */
        String handler(Owned other) {
            String handler = controller.handler(route.method());
            return handler.equals(other.controller.handler(other.route.method()))
                    ? controller.type().name() + "." + route.method().signature()
                    : handler;
        }
    }

    @Override
    public void check(ControllerModel controller, Problems problems) {
        Map<String, List<Owned>> all = new HashMap<>();
        for (RouteModel route : controller.routes()) {
            compare(new Owned(controller, route), all, problems);
        }
    }

    /** Compares routes of different controllers; those of one were compared when it was checked by itself. */
    static void checkTogether(List<ControllerModel> controllers, Problems problems) {
        Map<String, List<Owned>> all = new HashMap<>();
        for (ControllerModel controller : controllers) {
            for (RouteModel route : controller.routes()) {
                compare(new Owned(controller, route), all, problems);
            }
        }
    }

    private static void compare(Owned owned, Map<String, List<Owned>> all, Problems problems) {
        RouteModel route = owned.route();
        if (!route.pathSound()) {
            return;
        }
        List<Owned> same =
                all.computeIfAbsent(route.endpoint().kind() + " " + route.path().shape(), key -> new ArrayList<>());
        Owned other = same.stream()
                .filter(earlier -> !earlier.route().differs(route))
                .findFirst()
                .orElse(null);
        same.add(owned);
        if (other != null) {
            problems.add(
                    ProblemCode.SAME_SHAPE,
                    route.origin(),
                    route.title() + " of " + owned.handler(other) + " answers the same requests as "
                            + other.route().title() + " of " + other.handler(owned) + ".",
                    route.endpoint() instanceof RouteModel.Endpoint.Http
                            ? "Change one of the paths, or separate the methods with @Produces or @Consumes,"
                                    + " which only one of them may lack; the names of variables make no difference."
                            : "Change one of the paths; the names of variables make no difference.");
        }
    }
}
