package io.jetalyst.jetty.process;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Result;
import io.jetalyst.jetty.TestTable;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The table that the processor would generate for a page and a socket on one path, and a page that never ends. */
final class HelloTable implements TestTable {
    @Override
    public List<Route> routes() {
        return List.of(
                Route.http(HttpMethod.GET, "/hello", "Hello.page"),
                Route.http(HttpMethod.GET, "/held", "Hello.held"),
                Route.socket("/hello", "Hello.socket", SocketOptions.DEFAULT));
    }

    @Override
    public Result call(int route, Context context) throws InterruptedException {
        if (route == 1) {
            new CountDownLatch(1).await();
        }
        return Results.text("hello");
    }

    @Override
    public boolean connect(int route, Context context, WebSocketHandshake handshake) {
        return handshake.isRequested();
    }
}
