package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of results besides JSON, each with the type that a method returns and the method of the runtime's {@code Results} that makes
 * a response of it. A kind is one row here and that method. The first row that fits a type counts.
 */
public enum ResultKind {
    NOTHING("void", "none"),
    /** The result of a stage or a reply that has no value; it is no result of a method itself. */
    VOID("java.lang.Void", "none"),
    TEXT("java.lang.String", "text"),
    BYTES("byte[]", "bytes"),
    INPUT_STREAM("java.io.InputStream", "stream"),
    FILE("java.nio.file.Path", "file"),
    RESPONSE(Vocabulary.RESPONSE, "response"),
    VIEW(Vocabulary.VIEW, "view"),
    /** A model of jte, which the jte extension turns into a view first. */
    JTE_MODEL(Vocabulary.JTE_MODEL, "view"),
    /** Elements that are sent one by one. */
    EVENTS(Vocabulary.EVENTS, "events"),
    /** The bytes of a content, in contrast to elements. */
    PARTS("java.util.concurrent.Flow.Publisher", "parts"),
    STREAM("java.util.stream.Stream", "elements"),
    PUBLISHER("java.util.concurrent.Flow.Publisher", "elements"),
    REPLY(Vocabulary.REPLY, "reply", 1, "content"),
    OPTIONAL("java.util.Optional", "optional", 2, "found"),
    STAGE("java.util.concurrent.CompletionStage", "later", 3, "value"),
    FUTURE("java.util.concurrent.CompletableFuture", "later", 3, "value");

    private final String type;
    private final String method;
    private final int depth;
    private final String element;

    ResultKind(String type, String method) {
        this(type, method, 0, "value");
    }

    ResultKind(String type, String method, int depth, String element) {
        this.type = type;
        this.method = method;
        this.depth = depth;
        this.element = element;
    }

    /** The kind of this type; empty if the type is written as JSON. */
    public static Optional<ResultKind> of(TypeRef result) {
        return Arrays.stream(values()).filter(kind -> kind.fits(result)).findFirst();
    }

    private boolean fits(TypeRef result) {
        if (result instanceof TypeRef.Declared declared) {
            if (this == PARTS) {
                return declared.is(type) && declared.arguments().stream().anyMatch(ResultKind::isBuffer);
            }
            return isWrapper() || isSequence() ? declared.is(type) : declared.isA(type);
        }
        return (result instanceof TypeRef.Primitive || result instanceof TypeRef.Array)
                && result.text().equals(type);
    }

    private static boolean isBuffer(TypeRef argument) {
        return argument instanceof TypeRef.Declared declared && declared.is("java.nio.ByteBuffer");
    }

    /** The media types that such a result has by itself; none if only the response says it. */
    public List<String> mediaTypes() {
        return switch (this) {
            case TEXT -> List.of("text/plain");
            case VIEW, JTE_MODEL -> List.of("text/html");
            case EVENTS -> List.of("text/event-stream");
            case BYTES, INPUT_STREAM, PARTS -> List.of("application/octet-stream");
            case STREAM, PUBLISHER -> List.of("application/json", "application/x-ndjson");
            default -> List.of();
        };
    }

    /** Whether its type argument is a result, too, for which {@code Results} has a function. */
    public boolean isWrapper() {
        return depth > 0;
    }

    /** Whether its type argument is that of the elements which {@code Results} sends one by one. */
    public boolean isSequence() {
        return dependsOnRequest();
    }

    /** Whether its method of {@code Results} takes the {@code Context} first, because the response depends on the request. */
    public boolean dependsOnRequest() {
        return this == EVENTS || isNegotiated();
    }

    /** Whether its method of {@code Results} takes the media types that the method declares, because the form depends on them. */
    public boolean isNegotiated() {
        return this == STREAM || this == PUBLISHER;
    }

    /** A wrapper may hold wrappers of less depth: a stage may hold an {@code Optional} of a {@code Reply}. */
    public int depth() {
        return depth;
    }

    /** The method of {@code Results}. */
    public String method() {
        return method;
    }

    /** The name of the value in a wrapper, in generated code. */
    public String element() {
        return element;
    }
}
