package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.decl.MessagesDecl;
import java.util.List;
import java.util.stream.Stream;

/**
 * The messages of a socket.
 *
 * @param kinds what can be made of them, sorted by name: compilers list what a type permits in orders of their own
 */
public record MessagesModel(MessagesDecl declaration, List<MessageDecl> kinds) {
    public MessagesModel {
        kinds = List.copyOf(kinds);
    }

    public MessageDecl root() {
        return declaration.root();
    }

    public String packageName() {
        return root().type().name().packageName();
    }

    /** The simple name of the generated listener. */
    public String listenerName() {
        return String.join("_", root().type().name().simpleNames()) + "_Listener";
    }

    /** The qualified name of the generated listener. */
    public String qualifiedListenerName() {
        return packageName().isEmpty() ? listenerName() : packageName() + "." + listenerName();
    }

    /** Whether everybody can name the messages, and so the listener. */
    public boolean open() {
        return Stream.concat(Stream.of(root()), kinds.stream())
                .allMatch(message -> message.type().facts().access() == Access.EVERYBODY);
    }

    /** Whether the listener can name this one in full. */
    public boolean nameable(MessageDecl message) {
        return message.type().visibleIn(packageName())
                && !message.type().facts().generic();
    }
}
