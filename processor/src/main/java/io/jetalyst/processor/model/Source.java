package io.jetalyst.processor.model;

/** Where in the request a value stands. */
public enum Source {
    PATH,
    QUERY
}
