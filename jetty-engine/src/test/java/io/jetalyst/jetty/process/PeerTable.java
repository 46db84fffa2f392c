package io.jetalyst.jetty.process;

import io.jetalyst.filter.Context;
import io.jetalyst.http.HttpMethod;
import io.jetalyst.http.Request;
import io.jetalyst.http.Result;
import io.jetalyst.route.Route;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.support.Results;
import io.jetalyst.table.Bindings;
import io.jetalyst.table.Invoker;
import io.jetalyst.table.RouteTable;
import java.net.InetSocketAddress;
import java.util.List;

/** Answers with the scheme, the authority and the address of the client, as a page and as the first message of a socket. */
final class PeerTable implements RouteTable, Invoker {
    @Override
    public int format() {
        return 1;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.http(HttpMethod.GET, "/peer", "Peer.page"),
                Route.socket("/peer", "Peer.socket", SocketOptions.DEFAULT));
    }

    @Override
    public Invoker bind(Bindings bindings) {
        return this;
    }

    @Override
    public Result call(int route, Context context) {
        return Results.text(peer(context.request()));
    }

    @Override
    public boolean connect(int route, Context context, WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        String peer = peer(context.request());
        handshake.onOpen(session -> session.send(peer));
        return true;
    }

    private static String peer(Request request) {
        String address = request.remoteAddress() instanceof InetSocketAddress tcp
                ? tcp.getAddress().getHostAddress()
                : "unix";
        return request.scheme() + "://" + request.authority() + " " + address;
    }
}
