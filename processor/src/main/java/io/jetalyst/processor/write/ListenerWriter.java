package io.jetalyst.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.MessageDecl;
import io.jetalyst.processor.model.MessagesModel;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes the listener of one type of messages: a method for each kind, and one that calls them. */
public final class ListenerWriter {
    private static final String SESSION = "session";
    private static final String MESSAGE = "message";

    private final MessagesModel messages;

    private ListenerWriter(MessagesModel messages) {
        this.messages = messages;
    }

    /** The source of {@code X_Listener}. */
    public static String write(Checked<MessagesModel> messages) {
        ListenerWriter writer = new ListenerWriter(messages.value());
        return writer.file(
                "Listens to {@link $T}: each kind of message has its method.\n",
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
        return new ListenerWriter(messages)
                .file(
                        "Takes the place of the listener to {@link $T}, which has errors.\n",
                        nameable,
                        CodeBlock.of(
                                "throw new $T($S);\n",
                                IllegalStateException.class,
                                name + " was compiled with errors"));
    }

    private String file(String javadoc, List<MessageDecl> kinds, CodeBlock onMessage) {
        TypeSpec.Builder listener = TypeSpec.interfaceBuilder(messages.listenerName())
                .addJavadoc(javadoc, root())
                .addSuperinterface(ParameterizedTypeName.get(Names.MESSAGE_LISTENER, root()));
        if (messages.open()) {
            listener.addModifiers(Modifier.PUBLIC);
        }
        kinds.forEach(kind -> listener.addMethod(
                method("on" + kind.name(), TypeNames.of(kind.type().name()))
                        .addModifiers(Modifier.ABSTRACT)
                        .build()));
        listener.addMethod(method("onMessage", root())
                .addJavadoc("Calls the method of the message's kind.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.DEFAULT)
                .addCode(onMessage)
                .build());
        annotate(listener);
        return JavaFile.builder(messages.packageName(), listener.build())
                .indent("    ")
                .skipJavaLangImports(!messages.declaration().context().shadowsJavaLang())
                .build()
                .toString()
                .replaceAll("throws\\n +", "throws "); // JavaPoet breaks the line before the 100th column
    }

    private void annotate(TypeSpec.Builder listener) {
        if (messages.declaration().context().generatedVisible()) {
            listener.addAnnotation(AnnotationSpec.builder(Names.GENERATED)
                    .addMember("value", "$S", Names.MESSAGES_PROCESSOR)
                    .build());
        }
        List<String> warnings = SuppressedWarnings.of(messages);
        if (!warnings.isEmpty()) {
            listener.addAnnotation(RoutesWriter.suppress(warnings));
        }
    }

    private ClassName root() {
        return TypeNames.of(messages.root().type().name());
    }

    private static MethodSpec.Builder method(String name, TypeName message) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Names.SESSION, SESSION)
                .addParameter(message, MESSAGE)
                .addException(Exception.class);
    }

    private CodeBlock dispatch() {
        NameAllocator names = new NameAllocator(List.of(SESSION, MESSAGE));
        CodeBlock.Builder code = CodeBlock.builder();
        for (MessageDecl kind : messages.kinds()) {
            String name = names.allocate(kind.name().substring(0, 1).toLowerCase(Locale.ROOT)
                    + kind.name().substring(1));
            TypeName type = TypeNames.of(kind.type().name());
            code.add("if ($N instanceof $T $N) {\n$>", MESSAGE, type, name)
                    .addStatement("$N($N, $N)", "on" + kind.name(), SESSION, name)
                    .add("$<} else ");
        }
        return code.add("{\n$>")
                .addStatement(
                        "throw new $T($S + $N.getClass().getName())",
                        IllegalArgumentException.class,
                        messages.listenerName() + " was compiled without ",
                        MESSAGE)
                .add("$<}\n")
                .build();
    }
}
