package io.jetalyst.table;

import io.jetalyst.filter.Context;
import io.jetalyst.http.Result;
import io.jetalyst.socket.WebSocketHandshake;

/**
 * Calls the methods of one controller by the index of their route. Safe for use by many threads. The invoker of a controller without
 * HTTP routes does not implement {@link #call}, and one without sockets does not implement {@link #connect}.
 */
public interface Invoker {
    /**
     * Binds the parameters of an HTTP route, calls its method and converts the returned value to a result.
     *
     * @throws io.jetalyst.http.BindingProblem if the request lacks a parameter or has one that cannot be converted
     * @throws Exception what the method throws
     */
    default Result call(int route, Context context) throws Exception {
        throw new IllegalArgumentException("no HTTP route " + route);
    }

    /**
     * Calls a method that handles an exception.
     *
     * @param handler its index in the list of {@link RouteTable#errorHandlers}
     * @param failure an instance of its exception class
     * @throws Exception what the method throws
     */
    default Result recover(int handler, Throwable failure, Context context) throws Exception {
        throw new IllegalArgumentException("no error handler " + handler);
    }

    /**
     * Binds the parameters of a socket route and calls its method.
     *
     * @return the value that the method returned: {@code true} if the endpoint accepts the handshake
     * @throws io.jetalyst.http.BindingProblem if the request lacks a parameter or has one that cannot be converted
     * @throws Exception what the method throws
     */
    default boolean connect(int route, Context context, WebSocketHandshake handshake) throws Exception {
        throw new IllegalArgumentException("no socket route " + route);
    }
}
