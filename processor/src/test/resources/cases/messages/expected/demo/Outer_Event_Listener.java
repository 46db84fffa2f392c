package demo;

import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import javax.annotation.processing.Generated;

/**
 * Listens to {@link Outer.Event}: each kind of message has its method.
 */
@Generated("io.jetalyst.processor.MessagesProcessor")
interface Outer_Event_Listener extends WebSocketHandshake.MessageListener<Outer.Event> {
    void onBegun(WebSocketSession session, Outer.Event.Begun message) throws Exception;

    void onEnded(WebSocketSession session, Outer.Event.Ended message) throws Exception;

    /**
     * Calls the method of the message's kind.
     */
    @Override
    default void onMessage(WebSocketSession session, Outer.Event message) throws Exception {
        if (message instanceof Outer.Event.Begun begun) {
            onBegun(session, begun);
        } else if (message instanceof Outer.Event.Ended ended) {
            onEnded(session, ended);
        } else {
            throw new IllegalArgumentException("Outer_Event_Listener was compiled without " + message.getClass().getName());
        }
    }
}
