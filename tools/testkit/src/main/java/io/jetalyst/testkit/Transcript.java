package io.jetalyst.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that one socket received, in order, and how many of them the test has read. Safe for use by several threads. */
final class Transcript {
    private static final int SHOWN = 20;

    private final String path;
    private final List<Message> messages = new ArrayList<>();
    private int taken;
    private @Nullable Closed closed;
    private @Nullable Throwable broken;

    Transcript(String path) {
        this.path = path;
    }

    synchronized void add(Message message) {
        messages.add(message);
        notifyAll();
    }

    /** Records the close status; later ones are ignored. */
    synchronized void end(Closed how, @Nullable Throwable why) {
        if (closed == null) {
            closed = how;
            broken = why;
            notifyAll();
        }
    }

    /** Whether a close status is recorded. */
    synchronized boolean isOver() {
        return closed != null;
    }

    /**
     * Returns the next message, and waits for it.
     *
     * @param wanted the expected message, in words
     * @param limit the timeout, for the message of the failure
     * @param end when the wait times out, as {@link System#nanoTime}
     */
    synchronized Message take(String wanted, Duration limit, long end) {
        while (taken == messages.size()) {
            if (closed != null) {
                throw failure("the socket is closed, but the test waits for " + wanted);
            }
            Limited.pause(this, wanted, limit, end, this::failure);
        }
        return messages.get(taken++);
    }

    /** Waits for the close status. The messages received before can still be read. */
    synchronized Closed closed(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (closed == null) {
            Limited.pause(this, "the close frame", limit, end, this::failure);
        }
        return closed;
    }

    /** Returns a failure that shows all received messages. */
    synchronized AssertionError failure(String sentence) {
        StringBuilder text =
                new StringBuilder(path).append(": ").append(sentence).append(".\n");
        text.append(messages.isEmpty() ? "Received: nothing" : "Received:");
        int first = Math.max(0, messages.size() - SHOWN);
        if (first > 0) {
            text.append("\n  … ").append(first).append(" more");
        }
        for (int i = first; i < messages.size(); i++) {
            text.append("\n  ")
                    .append(i + 1)
                    .append(i < taken ? " (read)   " : " (unread) ")
                    .append(messages.get(i));
        }
        text.append("\nThe socket ").append(state()).append('.');
        return new AssertionError(text.toString(), broken);
    }

    private String state() {
        if (closed == null) {
            return "is open";
        }
        if (broken != null) {
            return "failed: " + broken;
        }
        return "was closed with " + closed.code() + (closed.reason().isEmpty() ? "" : ", \"" + closed.reason() + "\"");
    }

    /** Returns the number of messages read so far. */
    synchronized int taken() {
        return taken;
    }
}
