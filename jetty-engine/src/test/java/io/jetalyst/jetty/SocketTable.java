package io.jetalyst.jetty;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.testkit.TestApp;
import java.util.List;
import java.util.function.Consumer;

/** The table of a page and a socket on the path {@code /socket}, with the listeners of a test. It has no limit of messages per second. */
record SocketTable(Consumer<WebSocketHandshake> listeners) implements TestTable {
    private static final SocketOptions OPTIONS = SocketOptions.DEFAULT
            .limit(SocketLimit.MESSAGES_PER_SECOND, Integer.MAX_VALUE)
            .subprotocols("v2", "v1");

    /** A whole application of it. */
    static TestApp app(Consumer<WebSocketHandshake> listeners) {
        return TestApp.of(args ->
                App.builder().args(args).mount(new SocketTable(listeners)).build());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.http(HttpMethod.GET, "/socket", "Test.page"), Route.socket("/socket", "Test.socket", OPTIONS));
    }

    @Override
    public Result call(int route, Context context) {
        return Results.text("the page");
    }

    @Override
    public boolean connect(int route, Context context, WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        listeners.accept(handshake);
        return true;
    }
}
