package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;

/**
 * A class of the application that converts a text.
 *
 * @param method its method {@code convert}
 * @param value the type that the method returns, without {@code CompletionStage} and {@code Optional}
 * @param optional whether the method returns an {@code Optional} of the value
 * @param later whether the method returns a {@code CompletionStage}
 */
public record ConverterModel(TypeDecl type, MethodDecl method, TypeRef value, boolean optional, boolean later) {
    /** Whether the text is all that the method needs, and the value all that it returns. */
    public boolean isPlain() {
        return method.params().size() == 1 && !optional && !later;
    }

    /** Whether a call may throw a checked exception. */
    public boolean isThrowing() {
        return later || !method.checkedExceptions().isEmpty();
    }

    public String name() {
        return type.name().simpleName();
    }
}
