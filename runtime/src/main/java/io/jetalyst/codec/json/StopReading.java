package io.jetalyst.codec.json;

/** Ends the reading of a body that has a fault after which the codec cannot continue. {@link JsonFaults} has the fault. */
public final class StopReading extends RuntimeException {
    private static final long serialVersionUID = 1;

    StopReading() {
        super(null, null, false, false);
    }
}
