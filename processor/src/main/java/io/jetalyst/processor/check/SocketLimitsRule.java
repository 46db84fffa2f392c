package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.LimitModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.SocketModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Optional;

/** Limits leave room for something, and do not contradict each other. */
final class SocketLimitsRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.endpoint() instanceof RouteModel.Endpoint.Socket socket) {
                socket.options().limits().forEach(limit -> positive(limit, problems));
                pingBeforeTheEnd(socket.options(), problems);
            }
        }
    }

    private static void positive(LimitModel limit, Problems problems) {
        if (limit.number() < 1) {
            problems.add(
                    ProblemCode.LIMIT_WITHOUT_ROOM,
                    limit.origin(),
                    limit.member() + " is 1 at least, not " + limit.number() + ".",
                    "Leave it out for the application's limit, or write Integer.MAX_VALUE for as good as none.");
        }
    }

    private static void pingBeforeTheEnd(SocketModel options, Problems problems) {
        Optional<LimitModel> ping = options.limit(Vocabulary.PING_INTERVAL_SECONDS);
        Optional<LimitModel> dead = options.limit(Vocabulary.IDLE_TIMEOUT_SECONDS);
        if (ping.isPresent()
                && dead.isPresent()
                && ping.get().number() >= dead.get().number()) {
            problems.add(
                    ProblemCode.PING_TOO_LATE,
                    ping.get().origin(),
                    "A ping after " + ping.get().number()
                            + " seconds of silence would never be sent: the session ends after "
                            + dead.get().number() + ".",
                    "Write less for pingIntervalSeconds than for idleTimeoutSeconds.");
        }
    }
}
