package io.jetalyst.processor.decl;

/** The modifiers that matter here. */
public enum Modifier {
    PUBLIC,
    PROTECTED,
    PRIVATE,
    STATIC,
    ABSTRACT,
    FINAL,
    SEALED
}
