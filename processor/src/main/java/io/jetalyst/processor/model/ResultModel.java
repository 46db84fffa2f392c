package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;

/** The way from a method's result to a response. */
public sealed interface ResultModel {
    /** A result that its kind describes in full. */
    record Leaf(ResultKind kind) implements ResultModel {}

    /** A result that a codec writes as JSON. */
    record Json(TypeRef type) implements ResultModel {}

    /** A result that holds another one, or none. */
    record Wrapper(ResultKind kind, ResultModel value) implements ResultModel {}

    /** No result, because a problem was reported. */
    record Unusable() implements ResultModel {}
}
