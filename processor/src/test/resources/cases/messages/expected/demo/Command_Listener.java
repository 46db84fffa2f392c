package demo;

import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import javax.annotation.processing.Generated;

/**
 * Listens to {@link Command}: each kind of message has its method.
 */
@Generated("io.jetalyst.processor.MessagesProcessor")
public interface Command_Listener extends WebSocketHandshake.MessageListener<Command> {
    void onDefault(WebSocketSession session, Command.Default message) throws Exception;

    void onMessage(WebSocketSession session, Command.Message message) throws Exception;

    void onJump(WebSocketSession session, Command.Move.Jump message) throws Exception;

    void onLeft(WebSocketSession session, Command.Move.Left message) throws Exception;

    void onRight(WebSocketSession session, Command.Move.Right message) throws Exception;

    void onSay(WebSocketSession session, Command.Say message) throws Exception;

    void onLeave(WebSocketSession session, Leave message) throws Exception;

    /**
     * Calls the method of the message's kind.
     */
    @Override
    default void onMessage(WebSocketSession session, Command message) throws Exception {
        if (message instanceof Command.Default default_) {
            onDefault(session, default_);
        } else if (message instanceof Command.Message message2) {
            onMessage(session, message2);
        } else if (message instanceof Command.Move.Jump jump) {
            onJump(session, jump);
        } else if (message instanceof Command.Move.Left left) {
            onLeft(session, left);
        } else if (message instanceof Command.Move.Right right) {
            onRight(session, right);
        } else if (message instanceof Command.Say say) {
            onSay(session, say);
        } else if (message instanceof Leave leave) {
            onLeave(session, leave);
        } else {
            throw new IllegalArgumentException("Command_Listener was compiled without " + message.getClass().getName());
        }
    }
}
