package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Map;
import java.util.Optional;

/** Says how a method gets the body in a form that a user expects of another framework. */
final class BodyAdvice {
    private static final Map<String, String> FIXES = Map.of(
            "java.io.Reader", "Take an InputStream, or a String for a text within the limit.",
            "java.io.BufferedReader", "Take an InputStream, or a String for a text within the limit.",
            "java.nio.ByteBuffer", "Take byte[], or Flow.Publisher<ByteBuffer> for a body of any length.",
            "java.util.concurrent.Flow.Publisher", "Take Flow.Publisher<ByteBuffer>.",
            "org.reactivestreams.Publisher", "Take Flow.Publisher<ByteBuffer>.",
            "java.util.stream.Stream", "Take a List.",
            "java.lang.Object", "Take a record, or a Map<String, Object>.");

    private BodyAdvice() {}

    /** The fix for a type that no body is read into; empty if a codec may read it. */
    static Optional<String> fix(TypeRef type) {
        return type instanceof TypeRef.Declared declared
                ? Optional.ofNullable(FIXES.get(declared.name().qualifiedName()))
                : Optional.empty();
    }
}
