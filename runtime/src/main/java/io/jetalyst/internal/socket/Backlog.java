package io.jetalyst.internal.socket;

/** What was told to all sessions of a room since they were last flushed. Guarded by the room. */
final class Backlog {
    /** The smallest queues that have to take it, those of sessions that have left among them. */
    private int queuedFrames = Integer.MAX_VALUE;

    private long queuedBytes = Long.MAX_VALUE;
    private int frames;
    private long bytes;

    void fits(SocketLimits limits) {
        queuedFrames = Math.min(queuedFrames, limits.queuedFrames());
        queuedBytes = Math.min(queuedBytes, limits.queuedBytes());
    }

    void add(int length) {
        frames++;
        bytes += length;
    }

    /** Whether more of it could make a good client look slow. */
    boolean isMuch() {
        return frames >= queuedFrames / 4 || bytes >= queuedBytes / 4;
    }

    void clear() {
        frames = 0;
        bytes = 0;
    }
}
