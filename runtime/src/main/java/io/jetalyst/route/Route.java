package io.jetalyst.route;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.socket.SocketOptions;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of a {@link io.jetalyst.table.RouteTable}: the requests it answers, and its traits. Its index in the table is the index that the table's
 * {@link io.jetalyst.table.Invoker} takes. Immutable: a method that sets a trait returns a copy.
 *
 * <pre>{@code
 * Route.get("/rooms/{room}", "Rooms.show").nonBlocking()
 * Route.socket("/chat/{room}", "Chat.join", SocketOptions.DEFAULT.subprotocols("chat.v1"))
 * }</pre>
 */
public abstract sealed class Route {
    private final String path;
    private final String handler;
    private final Traits traits;

    private Route(String path, String handler, Traits traits) {
        this.path = requireNonNull(path);
        this.handler = requireNonNull(handler);
        this.traits = traits;
    }

    /** A route that answers the requests of one HTTP method. */
    public static Http http(HttpMethod method, String path, String handler) {
        return new Http(method, path, handler, Traits.NONE);
    }

    /** A route that answers GET requests. */
    public static Http get(String path, String handler) {
        return http(HttpMethod.GET, path, handler);
    }

    /** A route that answers POST requests. */
    public static Http post(String path, String handler) {
        return http(HttpMethod.POST, path, handler);
    }

    /** A route that answers PUT requests. */
    public static Http put(String path, String handler) {
        return http(HttpMethod.PUT, path, handler);
    }

    /** A route that answers PATCH requests. */
    public static Http patch(String path, String handler) {
        return http(HttpMethod.PATCH, path, handler);
    }

    /** A route that answers DELETE requests. */
    public static Http delete(String path, String handler) {
        return http(HttpMethod.DELETE, path, handler);
    }

    /** A route that answers WebSocket handshakes, with the default options. */
    public static Socket socket(String path, String handler) {
        return socket(path, handler, SocketOptions.DEFAULT);
    }

    /** A route that answers WebSocket handshakes. */
    public static Socket socket(String path, String handler, SocketOptions options) {
        return new Socket(path, handler, options, options.nonBlocking() ? Traits.NONE.nonBlocking() : Traits.NONE);
    }

    /** The path template, such as {@code /chat/{room}}. */
    public String path() {
        return path;
    }

    /** The name of the controller's method, for messages: {@code ChatController.page}. */
    public String handler() {
        return handler;
    }

    /**
     * Whether the method of an HTTP route, or the listeners of a socket, never block, so that the engine may run them on the
     * thread that read the request or the message.
     */
    public boolean isNonBlocking() {
        return traits.isNonBlocking();
    }

    /** The same route, marked as one that never blocks. */
    public Route nonBlocking() {
        return with(traits.nonBlocking());
    }

    /** Whether pages of other sites may send requests that change something. */
    public boolean allowsCrossSite() {
        return traits.allowsCrossSite();
    }

    /** The same route, for pages of other sites as well. */
    public Route allowCrossSite() {
        return with(traits.allowCrossSite());
    }

    /** The directives that replace those of the application's content security policy; empty if the route changes none. */
    public String contentSecurityPolicy() {
        return traits.browser().contentSecurityPolicy();
    }

    /**
     * The same route, whose pages have these directives in place of those of the application's policy with the same names.
     *
     * @param directives such as {@code img-src 'self' https://tiles.example}; the application does not start if they are malformed
     */
    public Route contentSecurityPolicy(String directives) {
        return with(traits.browser(
                new BrowserRules(requireNonNull(directives), traits.browser().cors())));
    }

    /** The rule for pages of other origins; empty for that of the application. */
    public Optional<CorsRule> cors() {
        return traits.browser().cors();
    }

    /** The same route with a rule of its own for pages of other origins. */
    public Route allowOrigins(CorsRule rule) {
        return with(traits.browser(new BrowserRules(contentSecurityPolicy(), Optional.of(rule))));
    }

    /** The rule for the body of a request. */
    public BodyRule body() {
        return traits.body();
    }

    /** The same route with another rule for the body of a request. */
    public Route body(BodyRule rule) {
        return with(traits.body(rule));
    }

    /** The media types that the response can have, in the order in which the server prefers them; none if only the response says it. */
    public List<String> produces() {
        return traits.produces();
    }

    /** The same route with other media types of its response. */
    public Route produces(String first, String... more) {
        List<String> mediaTypes = new ArrayList<>(List.of(more));
        mediaTypes.add(0, first);
        return with(traits.produces(mediaTypes));
    }

    /** The clients that the route answers. */
    public Access access() {
        return traits.access();
    }

    /** The same route for clients that have one of these roles. */
    public Route rolesAllowed(String first, String... more) {
        Set<String> roles = new HashSet<>(List.of(more));
        roles.add(first);
        return with(traits.access(Access.roles(roles)));
    }

    /** The same route for clients that have an identity. */
    public Route identified() {
        return with(traits.access(Access.IDENTIFIED));
    }

    /** The same route for all clients. */
    public Route permitAll() {
        return with(traits.access(Access.EVERYONE));
    }

    /** The same route for no client: the framework answers 403. */
    public Route denyAll() {
        return with(traits.access(Access.NOBODY));
    }

    /** Whether the method takes the identity of the client, so that the framework asks for it before. */
    public boolean readsIdentity() {
        return traits.readsIdentity();
    }

    /** The same route with a method that takes the identity of the client. */
    public Route readIdentity() {
        return with(traits.readIdentity());
    }

    /** The classes of the filters around this route alone, the outermost first; they run inside the filters of the application. */
    public List<Class<?>> filters() {
        return traits.filters();
    }

    /** The same route with other filters of its own, the outermost first. The table has a factory for each class. */
    public Route filtered(Class<?>... filters) {
        return with(traits.filtered(List.of(filters)));
    }

    /** The annotations that the table kept for filters: those of the method, of its controller, and of the controller's super-types. */
    public List<RouteAnnotation> annotations() {
        return traits.annotations();
    }

    /** The first annotation of this type, if the table kept one. */
    public Optional<RouteAnnotation> annotation(Class<? extends Annotation> type) {
        return annotations().stream()
                .filter(annotation -> annotation.type().equals(type.getCanonicalName()))
                .findFirst();
    }

    /** The same route with one more annotation. */
    public Route annotated(RouteAnnotation annotation) {
        return with(traits.annotated(annotation));
    }

    abstract Route with(Traits traits);

    /** A route whose method answers requests of one HTTP method. */
    public static final class Http extends Route {
        private final HttpMethod method;

        private Http(HttpMethod method, String path, String handler, Traits traits) {
            super(path, handler, traits);
            this.method = requireNonNull(method);
        }

        public HttpMethod method() {
            return method;
        }

        @Override
        Route with(Traits traits) {
            return new Http(method, path(), handler(), traits);
        }

        @Override
        public String toString() {
            return method + " " + path() + " (" + handler() + ")";
        }
    }

    /** A route whose method answers WebSocket handshakes. */
    public static final class Socket extends Route {
        private final SocketOptions options;

        private Socket(String path, String handler, SocketOptions options, Traits traits) {
            super(path, handler, traits);
            this.options = options.nonBlocking(traits.isNonBlocking());
        }

        /** The options of the endpoint; they are non-blocking if the route is. */
        public SocketOptions options() {
            return options;
        }

        @Override
        Route with(Traits traits) {
            return new Socket(path(), handler(), options, traits);
        }

        @Override
        public String toString() {
            return "WebSocket " + path() + " (" + handler() + ")";
        }
    }
}
