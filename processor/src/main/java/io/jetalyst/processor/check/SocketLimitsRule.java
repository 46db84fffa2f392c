package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.LimitModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** Every limit of a socket endpoint is at least 1. */
final class SocketLimitsRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.endpoint() instanceof RouteModel.Endpoint.Socket socket) {
                socket.options().limits().forEach(limit -> positive(limit, problems));
            }
        }
    }

    private static void positive(LimitModel limit, Problems problems) {
        if (limit.number() < 1) {
            problems.add(
                    ProblemCode.LIMIT_WITHOUT_ROOM,
                    limit.origin(),
                    limit.member() + " must be at least 1, not " + limit.number() + "."
                            + (mayBeOverflow(limit.number())
                                    ? " A product larger than 2147483647, the largest int, comes to such a number."
                                    : ""),
                    "Leave it out to use the application's limit, or write Integer.MAX_VALUE for practically no limit.");
        }
    }

    /** {@code 4 * 1024 * 1024 * 1024} is 0. */
    private static boolean mayBeOverflow(int number) {
        return number == 0 || number < -1;
    }
}
