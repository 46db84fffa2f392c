package io.jetalyst.internal.pipeline;

import io.jetalyst.body.ReceivedBody;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Key;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Flash;
import io.jetalyst.http.InputError;
import io.jetalyst.http.PercentEncoding;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.internal.httpsession.Sessions;
import io.jetalyst.internal.router.Match;
import io.jetalyst.route.Route;
import io.jetalyst.session.Session;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The context of one request. Its route changes when a WebSocket endpoint declines and the page of its path answers. */
public class RequestContext implements Context {
    private final Request request;
    private Match.@Nullable Found found;
    private @Nullable ReceivedBody body;
    private @Nullable Map<Key<?>, Object> attributes;
    /** The messages for this page; {@code null} if nothing has read them. */
    private @Nullable Flash flash;

    /** @param found the route that matched; {@code null} if none did */
    public RequestContext(Request request, Match.@Nullable Found found) {
        this.request = request;
        this.found = found;
    }

    /** Continues with another route of the same path. The attributes stay. */
    final void reroute(Match.Found other) {
        found = other;
    }

    final Match.@Nullable Found found() {
        return found;
    }

    /** The body was read, or the method reads it. */
    public final void received(ReceivedBody received) {
        body = received;
    }

    @Override
    public final ReceivedBody body() {
        if (body == null) {
            throw new IllegalStateException("the body of this request is read after the filters have passed it on");
        }
        return body;
    }

    @Override
    public final Request request() {
        return request;
    }

    @Override
    public final Optional<Route> route() {
        return found == null ? Optional.empty() : Optional.of(found.route().route());
    }

    @Override
    public Optional<Route> fallback() {
        return Optional.empty();
    }

    @Override
    public final String pathVariable(String name) {
        int index = found == null ? -1 : found.route().variables().indexOf(name);
        if (found == null || index < 0) {
            throw new IllegalArgumentException(
                    "the route " + route().map(Route::toString).orElse("of this request") + " has no variable " + name);
        }
        return pathVariable(index);
    }

    @Override
    public final String pathVariable(int index) {
        if (found == null) {
            throw new IndexOutOfBoundsException("no route, and no variable " + index);
        }
        String name = found.route().variables().get(index);
        String coded = found.variable(index);
        return PercentEncoding.decodePath(coded)
                .orElseThrow(() -> new BindingProblem(
                        new InputError("path", name, InputError.ENCODING, PercentEncoding.mistake(coded))));
    }

    @Override
    public final Flash flash() {
        if (flash == null) {
            flash = FlashCookie.read(request);
        }
        return flash;
    }

    @Override
    public Session session() {
        return Sessions.NONE.of(request);
    }

    /** The response, which removes the messages that were read. A HEAD request keeps them, as nobody sees its page. */
    final Response withoutFlash(Response response) {
        boolean isKept = flash == null || flash.isEmpty();
        return isKept ? response : FlashCookie.remove(response, request.method().equals("HEAD"));
    }

    @Override
    @SuppressWarnings("unchecked") // put() takes only a T for a Key<T>
    public final <T> Optional<T> get(Key<T> key) {
        return attributes == null ? Optional.empty() : Optional.ofNullable((T) attributes.get(key));
    }

    @Override
    public final <T> void put(Key<T> key, T value) {
        if (attributes == null) {
            attributes = new IdentityHashMap<>();
        }
        attributes.put(key, value);
    }
}
