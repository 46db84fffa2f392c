package io.jetalyst.session;

import io.jetalyst.http.HttpProblem;
import java.util.Optional;

/**
 * The values that the server keeps for one browser, which sends the session's id in a cookie. A page, a socket, and a handler of errors take it as
 * a parameter; a filter calls {@link io.jetalyst.filter.Context#session()}.
 *
 * <pre>{@code
 * static final SessionKey<Cart> CART = SessionKey.of("cart", Cart.class);
 *
 * @Post("/cart")
 * Response add(@FormParam String article, Session session) {
 *     Cart cart = session.get(CART).orElse(Cart.EMPTY);
 *     session.put(CART, cart.with(article));
 *     return Response.seeOther("/cart");
 * }
 * }</pre>
 *
 * <p>A session exists as soon as something is stored. A request that stores nothing creates none, and its response sets no cookie. A session ends
 * when {@link #invalidate} is called, when it was not used for {@code session.timeout}, or when it is as old as {@code session.max-age}. The
 * sockets whose handshakes used the session are closed then, with 1008.
 *
 * <p>A session can be used after the response, and in the listeners of a socket, but only a request can create one, as only a response can set the
 * cookie. Safe for all threads. If several requests and sockets use one session at once, each {@link #put} is kept; of several for one key, the last.
 *
 * <p>The methods may block: a session is in memory, in a file, or in a database, as the setting {@code session.store} says. They throw a
 * {@link SessionStoreException} if the store fails, which is answered with 503; the session is as before then.
 */
public interface Session {
    /** The value of this key; empty if there is none, or no session. */
    <T> Optional<T> get(SessionKey<T> key);

    /**
     * Stores a copy of this value, in place of an earlier one. When the method returns, other requests see it. A later change of the object has no
     * effect.
     *
     * @throws HttpProblem 503 if a session is created although {@code session.max-sessions} exist; 413 if the session would be larger than
     *     {@code session.max-size}; 409 if another request has given the session another id
     * @throws io.jetalyst.codec.UnsupportedTypeException if values of this type cannot be stored
     * @throws IllegalStateException if there is no session and the response was sent, so that no cookie can be set
     */
    <T> void put(SessionKey<T> key, T value);

    /** Removes the value of this key, if there is one. */
    void remove(SessionKey<?> key);

    /** Whether something is stored for this browser. */
    boolean exists();

    /**
     * Gives the session another id. When the method returns, the old id is invalid. Call it when the user signs in, so that somebody who knows the
     * id from before has no access (session fixation). The values stay. Sockets that use the session close with 1012, and its streams end: browsers
     * connect again, with the new id. Only the response to this request has it. Other requests that use the session at this moment have none from then
     * on: they can only end it. Does nothing if there is no session: the one that {@link #put} creates has an id that nobody knows.
     *
     * @throws IllegalStateException if the response was sent, so that no cookie can be set
     */
    void renewId();

    /**
     * Ends the session: removes its values, makes its id invalid, closes its sockets with 1008, ends its server-sent events, aborts its streams, and
     * removes the cookie. Call it when the user signs out. A later {@link #put} of the same request creates another session. Does nothing if there is
     * no session.
     */
    void invalidate();
}
