package io.jetalyst.processor.write;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.CompilationContext;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.model.MessagesModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the listener of one type of messages: a method for each kind, and one that calls them. */
public final class ListenerWriter {
    private final MessagesModel messages;

    private ListenerWriter(MessagesModel messages) {
        this.messages = messages;
    }

    /** The source of {@code X_Listener}. */
    public static String write(Checked<MessagesModel> messages) {
        ListenerWriter writer = new ListenerWriter(messages.value());
        return writer.file(
                CodeBlock.of("Listens to {@link $T}: each kind of message has its method.", writer.root()),
                messages.value().kinds(),
                writer.dispatch());
    }

    /**
     * The source of an {@code X_Listener} for messages with errors. Without it, the compiler would also report that the listener is missing
     * wherever a class implements it.
     */
    public static String placeholder(MessagesModel messages) {
        String name = messages.root().type().name().qualifiedName();
        List<MessageDecl> nameable =
                messages.kinds().stream().filter(messages::nameable).toList();
        ListenerWriter writer = new ListenerWriter(messages);
        return writer.file(
                CodeBlock.of("Takes the place of the listener to {@link $T}, which has errors.", writer.root()),
                nameable,
                CodeBlock.of("throw new $T($S);", IllegalStateException.class, name + " was compiled with errors"));
    }

    private String file(CodeBlock comment, List<MessageDecl> kinds, CodeBlock onMessage) {
        CompilationContext context = messages.declaration().context();
        List<CodeBlock> members = new ArrayList<>();
        kinds.forEach(kind -> members.add(method(kind)));
        members.add(onMessage(onMessage));
        CodeBlock listener = CodeBlock.of(
                """
                /**
                 * $L
                 */
                $L
                $Linterface $N extends $T<$T> {
                    $L
                }
                """,
                comment,
                ClassFrame.annotations(context, Names.MESSAGES_PROCESSOR, SuppressedWarnings.of(messages)),
                messages.open() ? "public " : "",
                messages.listenerName(),
                Names.MESSAGE_LISTENER,
                root(),
                CodeBlock.join(members, "\n"));
        return SourceFile.write(messages.packageName(), context, List.of(), listener);
    }

    private static CodeBlock method(MessageDecl kind) {
        return CodeBlock.of(
                "void $N($T session, $T message) throws $T;\n",
                "on" + kind.name(),
                Names.SESSION,
                kind.type().name(),
                Exception.class);
    }

    private CodeBlock onMessage(CodeBlock body) {
        return CodeBlock.of("""
                /**
                 * Calls the method of the message's kind.
                 */
                @Override
                default void onMessage($T session, $T message) throws $T {
                    $L
                }
                """, Names.SESSION, root(), Exception.class, body);
    }

    private ClassRef root() {
        return messages.root().type().name();
    }

    private CodeBlock dispatch() {
        NameAllocator names = new NameAllocator(List.of("session", "message"));
        CodeBlock.Builder code = CodeBlock.builder();
        for (MessageDecl kind : messages.kinds()) {
            String name = names.allocate(kind.name().substring(0, 1).toLowerCase(Locale.ROOT)
                    + kind.name().substring(1));
            code.add("if (message instanceof $T $N) {\n", kind.type().name(), name)
                    .add("    $N(session, $N);\n} else ", "on" + kind.name(), name);
        }
        return code.add(
                        "{\n    throw new $T($S + message.getClass().getName());\n}\n",
                        IllegalArgumentException.class,
                        messages.listenerName() + " was compiled without ")
                .build();
    }
}
