package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * A method that handles exceptions.
 *
 * @param annotation the {@code @OnError}
 * @param exceptions the classes that it names
 * @param status the status of the response; empty if the result has it
 */
public record ErrorModel(
        MethodDecl method,
        AnnotationDecl annotation,
        List<TypeRef.Declared> exceptions,
        List<ParamModel> params,
        ResultModel result,
        Optional<Integer> status) {
    public ErrorModel {
        exceptions = List.copyOf(exceptions);
        params = List.copyOf(params);
    }

    /** Whether the method never blocks. */
    public boolean isNonBlocking() {
        return method.annotation(Vocabulary.NON_BLOCKING).isPresent();
    }

    /** The media types of the response that the method declares; those of its controller concern its routes. */
    public List<String> produces() {
        return method.annotation(Vocabulary.PRODUCES).stream()
                .flatMap(produces -> produces.values(Vocabulary.VALUE).stream())
                .map(value -> value.text().strip())
                .toList();
    }
}
