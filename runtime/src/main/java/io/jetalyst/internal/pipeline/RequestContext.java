package io.jetalyst.internal.pipeline;

import io.jetalyst.filter.Context;
import io.jetalyst.filter.Key;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.PercentEncoding;
import io.jetalyst.http.Request;
import io.jetalyst.internal.router.BoundRoute;
import io.jetalyst.internal.router.Match;
import io.jetalyst.route.Route;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of one request, whose route changes when a socket endpoint declines and the page of its path answers. */
public final class RequestContext implements Context {
    private final Request request;
    private @Nullable BoundRoute route;
    private List<String> values = List.of();
    private @Nullable Map<Key<?>, Object> attributes;

    public RequestContext(Request request, Match match) {
        this.request = request;
        if (match instanceof Match.Found found) {
            reroute(found);
        }
    }

    /** Continues with another route of the same path; attributes stay. */
    void reroute(Match.Found found) {
        route = found.route();
        values = found.variables();
    }

    @Override
    public Request request() {
        return request;
    }

    @Override
    public Optional<Route> route() {
        return Optional.ofNullable(route).map(BoundRoute::route);
    }

    @Override
    public String pathVariable(String name) {
        int index = route == null ? -1 : route.variables().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("the route " + route + " has no variable " + name);
        }
        return PercentEncoding.decodePath(values.get(index))
                .orElseThrow(() -> new BindingProblem("path", name, "is not valid percent-encoded UTF-8"));
    }

    @Override
    @SuppressWarnings("unchecked") // put() takes only a T for a Key<T>
    public <T> Optional<T> get(Key<T> key) {
        return attributes == null ? Optional.empty() : Optional.ofNullable((T) attributes.get(key));
    }

    @Override
    public <T> void put(Key<T> key, T value) {
        if (attributes == null) {
            attributes = new IdentityHashMap<>();
        }
        attributes.put(key, value);
    }
}
