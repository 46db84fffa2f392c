package io.jetalyst.internal.socket;

import java.util.concurrent.TimeUnit;

/** Divides the sessions of a server that stops into waves, so that their clients do not all reconnect in the same moment. */
final class Waves {
    /** The time between the beginnings of two waves. */
    static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** A server with at most this number of sessions closes them in one wave. */
    private static final int LEAST = 50;

    private Waves() {}

    /** The number of sessions in one wave, if all waves are to begin within this time. */
    static int size(int sessions, long nanos) {
        long waves = Math.max(1, nanos / GAP_NANOS);
        return (int) Math.max(LEAST, (sessions + waves - 1) / waves);
    }
}
