package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.List;

/** The way from a method's result to a response. */
public sealed interface ResultModel {
    /** Whether the value has the status of the response itself. */
    default boolean hasStatus() {
        if (this instanceof Wrapper wrapper) {
            return wrapper.kind() == ResultKind.REPLY || wrapper.value().hasStatus();
        }
        return this instanceof Unusable || this instanceof Leaf leaf && leaf.kind() == ResultKind.RESPONSE;
    }

    /** Whether the response has no content. */
    default boolean isNothing() {
        if (this instanceof Wrapper wrapper) {
            return wrapper.value().isNothing();
        }
        return this instanceof Leaf leaf && (leaf.kind() == ResultKind.NOTHING || leaf.kind() == ResultKind.VOID);
    }

    /** The result within all wrappers. */
    default ResultModel content() {
        return this instanceof Wrapper wrapper ? wrapper.value().content() : this;
    }

    /** The media types that the result has by itself; none if only the response says it. */
    default List<String> mediaTypes() {
        ResultModel content = content();
        if (content instanceof Json) {
            return List.of("application/json");
        }
        if (content instanceof Sequence sequence) {
            return sequence.kind().mediaTypes();
        }
        return content instanceof Leaf leaf ? leaf.kind().mediaTypes() : List.of();
    }

    /** A result that its kind describes in full. */
    record Leaf(ResultKind kind) implements ResultModel {}

    /** A result that a codec writes as JSON. */
    record Json(TypeRef type) implements ResultModel {}

    /** A result that holds another one, or none. */
    record Wrapper(ResultKind kind, ResultModel value) implements ResultModel {}

    /** Elements that are sent one by one: text or JSON. */
    record Sequence(ResultKind kind, ResultModel element) implements ResultModel {}

    /** No result, because a problem was reported. */
    record Unusable() implements ResultModel {}
}
