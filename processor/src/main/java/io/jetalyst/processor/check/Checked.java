package io.jetalyst.processor.check;

/** A value that passed every rule. Only this package creates one, so a writer that takes one never writes an unchecked value. */
public final class Checked<T> {
    private final T value;

    Checked(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }
}
