package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ErrorModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** A non-blocking method takes no session: sessions may be in files or in a database, and only the settings of the application say so. */
final class SessionRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.isNonBlocking()) {
                route.parts().stream()
                        .filter(ParamModel::isSession)
                        .forEach(session -> waits(route.method().name(), session, problems));
            }
        }
        for (ErrorModel error : controller.errors()) {
            if (error.isNonBlocking()) {
                error.params().stream()
                        .filter(ParamModel::isSession)
                        .forEach(session -> waits(error.method().name(), session, problems));
            }
        }
    }

    private static void waits(String method, ParamModel session, Problems problems) {
        problems.add(
                ProblemCode.SESSION_WAITS,
                session.declaration().origin(),
                "The method " + method + " is @NonBlocking, and its Session "
                        + session.declaration().name() + " may wait for a file or a database.",
                "Remove @NonBlocking, or the parameter.");
    }
}
