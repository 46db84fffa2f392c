package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.decl.MessagesDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.model.MessagesModel;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** Finds the kinds of messages in a sealed hierarchy. */
public final class MessagesParser {
    private MessagesParser() {}

    public static MessagesModel parse(MessagesDecl declaration) {
        Map<String, MessageDecl> kinds = new TreeMap<>();
        declaration.root().permitted().forEach(message -> collect(message, kinds));
        return new MessagesModel(declaration, new ArrayList<>(kinds.values()));
    }

    /** A kind that is below two types is one all the same. */
    private static void collect(MessageDecl message, Map<String, MessageDecl> kinds) {
        message.permitted().forEach(below -> collect(below, kinds));
        boolean isAbstract =
                message.has(Modifier.ABSTRACT) || message.type().facts().kind() == Kind.INTERFACE;
        if (!isAbstract || !message.has(Modifier.SEALED)) {
            kinds.putIfAbsent(message.type().name().qualifiedName(), message);
        }
    }
}
