package io.jetalyst.table;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.socket.WebSocketHandshake;

/**
 * Calls the methods of one controller by the index of their route. Many threads call it at the same time. A table without routes of a
 * kind leaves out the method for them.
 */
public interface Invoker {
    /**
     * Binds the parameters of an HTTP route, calls its method and turns what it returns into a result.
     *
     * @throws io.jetalyst.http.BindingProblem if the request lacks a parameter or has one that cannot be converted
     * @throws Exception what the method throws
     */
    default Result call(int route, Context context) throws Exception {
        throw new IllegalArgumentException("no HTTP route " + route);
    }

    /**
     * Binds the parameters of a socket route and calls its method.
     *
     * @return what the method returned: whether it takes the connection
     * @throws io.jetalyst.http.BindingProblem if the request lacks a parameter or has one that cannot be converted
     * @throws Exception what the method throws
     */
    default boolean connect(int route, Context context, WebSocketHandshake handshake) throws Exception {
        throw new IllegalArgumentException("no socket route " + route);
    }
}
