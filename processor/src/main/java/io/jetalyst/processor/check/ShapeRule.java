package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No two routes answer the same requests, whatever their variables are called. */
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
        Map<String, Owned> first = new HashMap<>();
        for (RouteModel route : controller.routes()) {
            compare(new Owned(controller, route), first, problems);
        }
    }

    /** Compares routes of different controllers; those of one were compared when it was checked by itself. */
    static void checkTogether(List<ControllerModel> controllers, Problems problems) {
        Map<String, Owned> first = new HashMap<>();
        for (ControllerModel controller : controllers) {
            for (RouteModel route : controller.routes()) {
                compare(new Owned(controller, route), first, problems);
            }
        }
    }

    private static void compare(Owned owned, Map<String, Owned> first, Problems problems) {
        RouteModel route = owned.route();
        if (!route.pathSound()) {
            return;
        }
        Owned other =
                first.putIfAbsent(route.endpoint().kind() + " " + route.path().shape(), owned);
        if (other != null) {
            problems.add(
                    ProblemCode.SAME_SHAPE,
                    route.origin(),
                    route.title() + " of " + owned.handler(other) + " answers the same requests as "
                            + other.route().title() + " of " + other.handler(owned) + ".",
                    "Change one of the paths; the names of variables make no difference.");
        }
    }
}
