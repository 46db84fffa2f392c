package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;

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
