package io.jetalyst.processor.check;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Segment;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;

/** Other frameworks write variables and wildcards as {@code :id}, {@code *} and {@code **}. Here, they are plain text. */
final class PlainTextRule implements Rule {
    @Override
    public void check(ControllerModel controller, Problems problems) {
        for (RouteModel route : controller.routes()) {
            if (route.pathSound()) {
                List<Segment> segments = route.path().segments();
                for (int i = 0; i < segments.size(); i++) {
                    if (segments.get(i) instanceof Segment.Literal literal) {
                        check(route, literal.text(), i == segments.size() - 1, problems);
                    }
                }
            }
        }
    }

    private static void check(RouteModel route, String text, boolean last, Problems problems) {
        if (text.startsWith(":") && text.matches(":[A-Za-z_].*")) {
            String name = text.substring(1).replaceAll("[^\\w-].*", "");
            add(route, text, "Write {" + name + "} for a variable.", problems);
        } else if (text.indexOf('*') >= 0) {
            add(
                    route,
                    text,
                    last && !text.matches("\\*[^*].*")
                            ? "Write {*rest} for the rest of the path, or {name} for one segment."
                            : "Write {name} for a segment.",
                    problems);
        }
    }

    private static void add(RouteModel route, String text, String fix, Problems problems) {
        problems.add(
                ProblemCode.PLAIN_TEXT_SEGMENT,
                route.origin(),
                route.title() + " has the segment \"" + text + "\", which is plain text here.",
                fix);
    }
}
