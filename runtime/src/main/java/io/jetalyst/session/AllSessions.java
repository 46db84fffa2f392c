package io.jetalyst.session;

import java.util.function.Predicate;

/**
 * All sessions of the application. A controller, a filter or a converter takes it in its constructor.
 *
 * <pre>{@code
 * @Post("/account/password")
 * Response change(@FormParam String password, Session session) {
 *     String name = session.get(NAME).orElseThrow();
 *     accounts.changePassword(name, password);
 *     sessions.end(NAME, name::equals);          // logs the user out everywhere, and closes the sockets
 *     return Response.seeOther("/login");
 * }
 * }</pre>
 *
 * <p>Safe for all threads. The methods may block, and throw a {@link SessionStoreException} if the store fails.
 */
public interface AllSessions {
    /**
     * Ends every session that has a value of this key which fulfils the condition: removes its values, closes its sockets with 1008, and ends its
     * streams. Sockets in other processes that share a database close within a minute. The call reads all sessions, which takes a while if
     * they are in files or in a database, so call it for rare events. A session that is created meanwhile may be missed.
     *
     * @return the number of sessions that were ended
     */
    <T> int end(SessionKey<T> key, Predicate<T> condition);
}
