package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.HashMap;
import java.util.Map;

/** The listener can name each kind of message, and has a separate method for each. */
final class MessageKindRule {
    private MessageKindRule() {}

    static void check(MessagesModel messages, Problems problems) {
        named(messages, messages.root(), problems);
        if (problems.hasErrors()) {
            return; // what is below it has the same fault
        }
        Map<String, MessageDecl> names = new HashMap<>();
        for (MessageDecl kind : messages.kinds()) {
            named(messages, kind, problems);
            closed(messages, kind, problems);
            MessageDecl other = names.putIfAbsent(kind.name(), kind);
            if (other != null) {
                problems.add(
                        ProblemCode.SAME_MESSAGE_NAME,
                        kind.origin(),
                        kind.type().name() + " and " + other.type().name() + " would share the method on" + kind.name()
                                + " of the listener.",
                        "Rename one of the two.");
            }
        }
    }

    private static void named(MessagesModel messages, MessageDecl message, Problems problems) {
        if (message.type().facts().generic()) {
            problems.add(
                    ProblemCode.GENERIC_MESSAGE,
                    message.origin(),
                    "The message " + message.type().text() + " has type parameters, and nothing determines them.",
                    "Write the types.");
        }
        if (!message.type().visibleIn(messages.packageName())) {
            problems.add(
                    ProblemCode.HIDDEN_MESSAGE,
                    message.origin(),
                    "The generated listener in "
                            + (messages.packageName().isEmpty() ? "the unnamed package" : messages.packageName())
                            + " cannot name " + message.type().text() + ".",
                    message.type().name().packageName().equals(messages.packageName())
                            ? "Make it and the classes around it package-private or public."
                            : "Make it and the classes around it public.");
        }
    }

    private static void closed(MessagesModel messages, MessageDecl kind, Problems problems) {
        boolean closed = kind.type().facts().kind() == Kind.ENUM || kind.has(Modifier.FINAL);
        if (!closed) {
            problems.add(
                    ProblemCode.OPEN_MESSAGE,
                    kind.origin(),
                    kind.type().text()
                            + " is neither final nor a sealed interface, so a listener would not know all kinds of "
                            + messages.root().type().text() + ".",
                    "Make it a record or final, or a sealed interface with its kinds below it.");
        }
    }
}
