package io.jetalyst.processor.problem;

/** Whether a problem fails the compilation. A warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
