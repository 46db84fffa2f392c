package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;

/** What becomes of a method's result. */
public sealed interface ResultModel {
    /** Results that need no more than their kind. */
    enum Plain implements ResultModel {
        /** {@code void}. */
        NOTHING,
        /** {@code Void}, in a stage. */
        NULL,
        TEXT,
        RESPONSE,
        VIEW,
        /** A model of jte, which the jte extension turns into a view. */
        JTE_MODEL,
        /** A problem was told. */
        UNUSABLE
    }

    /** Written as JSON. */
    record Json(TypeRef type) implements ResultModel {}

    /** 404 if there is none. */
    record Maybe(ResultModel value) implements ResultModel {}

    /** There when the stage is done. */
    record Later(ResultModel value) implements ResultModel {}
}
