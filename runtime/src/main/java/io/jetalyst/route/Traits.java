package io.jetalyst.route;

import java.util.ArrayList;
import java.util.List;

/** The traits of a route. A trait is a component here, a method of {@link Route} that sets it, and one that reads it. */
record Traits(
        boolean isNonBlocking,
        boolean allowsCrossSite,
        BodyRule body,
        List<String> produces,
        Access access,
        boolean readsIdentity,
        List<Class<?>> filters,
        List<RouteAnnotation> annotations,
        BrowserRules browser) {
    static final Traits NONE = new Traits(
            false, false, BodyRule.NONE, List.of(), Access.UNDECLARED, false, List.of(), List.of(), BrowserRules.NONE);

    Traits {
        produces = List.copyOf(produces);
        filters = List.copyOf(filters);
        annotations = List.copyOf(annotations);
    }

    Traits nonBlocking() {
        return new Traits(true, allowsCrossSite, body, produces, access, readsIdentity, filters, annotations, browser);
    }

    Traits allowCrossSite() {
        return new Traits(isNonBlocking, true, body, produces, access, readsIdentity, filters, annotations, browser);
    }

    Traits body(BodyRule rule) {
        return new Traits(
                isNonBlocking, allowsCrossSite, rule, produces, access, readsIdentity, filters, annotations, browser);
    }

    Traits produces(List<String> mediaTypes) {
        return new Traits(
                isNonBlocking, allowsCrossSite, body, mediaTypes, access, readsIdentity, filters, annotations, browser);
    }

    Traits access(Access rule) {
        return new Traits(
                isNonBlocking, allowsCrossSite, body, produces, rule, readsIdentity, filters, annotations, browser);
    }

    Traits readIdentity() {
        return new Traits(isNonBlocking, allowsCrossSite, body, produces, access, true, filters, annotations, browser);
    }

    Traits filtered(List<Class<?>> classes) {
        return new Traits(
                isNonBlocking, allowsCrossSite, body, produces, access, readsIdentity, classes, annotations, browser);
    }

    Traits annotated(RouteAnnotation annotation) {
        List<RouteAnnotation> more = new ArrayList<>(annotations);
        more.add(annotation);
        return new Traits(
                isNonBlocking, allowsCrossSite, body, produces, access, readsIdentity, filters, more, browser);
    }

    Traits browser(BrowserRules rules) {
        return new Traits(
                isNonBlocking, allowsCrossSite, body, produces, access, readsIdentity, filters, annotations, rules);
    }
}
