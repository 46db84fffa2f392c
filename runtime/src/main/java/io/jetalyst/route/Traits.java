package io.jetalyst.route;

import java.util.ArrayList;
import java.util.List;

/** The traits of a route. A trait is a component here, a method of {@link Route} that sets it, and one that reads it. */
record Traits(boolean isNonBlocking, List<RouteAnnotation> annotations) {
    static final Traits NONE = new Traits(false, List.of());

    Traits {
        annotations = List.copyOf(annotations);
    }

    Traits nonBlocking() {
        return new Traits(true, annotations);
    }

    Traits annotated(RouteAnnotation annotation) {
        List<RouteAnnotation> more = new ArrayList<>(annotations);
        more.add(annotation);
        return new Traits(isNonBlocking, more);
    }
}
