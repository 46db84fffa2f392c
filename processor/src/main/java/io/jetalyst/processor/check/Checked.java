package io.jetalyst.processor.check;

/** A value that passed every rule. Only this package makes one, so a writer that asks for it is never given anything else. */
public final class Checked<T> {
    private final T value;

    Checked(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }
}
