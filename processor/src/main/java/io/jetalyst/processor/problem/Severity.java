package io.jetalyst.processor.problem;

/** What a problem does to the compilation: an error ends it, a warning is only told. */
public enum Severity {
    ERROR,
    WARNING
}
