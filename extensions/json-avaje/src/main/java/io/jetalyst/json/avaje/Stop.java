package io.jetalyst.json.avaje;

/** Ends the reading of a body that has a fault after which the reader cannot continue. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stop() {
        super(null, null, false, false);
    }
}
