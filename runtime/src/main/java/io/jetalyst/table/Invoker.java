package io.jetalyst.table;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.socket.WebSocketHandshake;

/** Calls the methods of one controller by the index of their route. Called by many threads at once. */
public interface Invoker {
    /**
     * Binds the parameters of an HTTP route, calls its method and turns what it returns into a result.
     *
     * @throws io.jetalyst.http.BindingProblem if the request lacks a parameter or has one that cannot be converted
     * @throws Exception what the method throws
     */
    Result call(int route, Context context) throws Exception;

    /**
     * Binds the parameters of a socket route and calls its method.
     *
     * @return what the method returned: whether it takes the connection
     * @throws io.jetalyst.http.BindingProblem if the request lacks a parameter or has one that cannot be converted
     * @throws Exception what the method throws
     */
    boolean connect(int route, Context context, WebSocketHandshake handshake) throws Exception;
}
