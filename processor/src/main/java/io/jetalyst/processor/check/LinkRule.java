package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.LinkModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;

/** Each route has a link, unless that of another route, or a method of all objects, has its name and its parameters. */
final class LinkRule {
    private LinkRule() {}

    static void check(ControllerModel controller, List<LinkModel> links, Problems problems) {
        for (RouteModel route : controller.routes()) {
            boolean isLinked = links.stream()
                    .anyMatch(link -> link.name().equals(route.method().name())
                            && link.path().equals(route.path()));
            if (!isLinked) {
                problems.add(
                        ProblemCode.NO_LINK,
                        route.method().origin(),
                        controller.linksName() + " has no link to " + controller.handler(route.method())
                                + ", because another method has the same name and the same parameters.",
                        "Rename the method if you need the link, or set -Ajetalyst.links=none.");
            }
        }
    }
}
