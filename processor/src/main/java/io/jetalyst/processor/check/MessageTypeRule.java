package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;

/** A type with {@code @Messages} is sealed and abstract, so all kinds of messages are known. */
final class MessageTypeRule {
    private MessageTypeRule() {}

    static void check(MessagesModel messages, Problems problems) {
        MessageDecl root = messages.root();
        String name = root.type().text();
        boolean isAbstract = root.type().facts().kind() == Kind.INTERFACE || root.has(Modifier.ABSTRACT);
        if (!root.has(Modifier.SEALED) || !isAbstract) {
            problems.add(
                    ProblemCode.NOT_SEALED,
                    root.origin(),
                    "@Messages is on " + name
                            + (isAbstract ? ", which is not sealed." : ", which is a message itself."),
                    isAbstract
                            ? "Make it a sealed interface, and each kind of message a record that implements it."
                            : "Move @Messages to a sealed interface that " + name
                                    + " and the other messages implement.");
        }
    }
}
