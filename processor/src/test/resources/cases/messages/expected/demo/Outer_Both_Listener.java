package demo;

import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import javax.annotation.processing.Generated;

/**
 * Listens to {@link Outer.Both}: each kind of message has its method.
 */
@Generated("io.jetalyst.processor.MessagesProcessor")
@SuppressWarnings("deprecation")
interface Outer_Both_Listener extends WebSocketHandshake.MessageListener<Outer.Both> {
    void onOf(WebSocketSession session, Outer.Both.Of message) throws Exception;

    void onOld(WebSocketSession session, Outer.Both.Old message) throws Exception;

    /**
     * Calls the method of the message's kind.
     */
    @Override
    default void onMessage(WebSocketSession session, Outer.Both message) throws Exception {
        if (message instanceof Outer.Both.Of of) {
            onOf(session, of);
        } else if (message instanceof Outer.Both.Old old) {
            onOld(session, old);
        } else {
            throw new IllegalArgumentException("Outer_Both_Listener was compiled without " + message.getClass().getName());
        }
    }
}
