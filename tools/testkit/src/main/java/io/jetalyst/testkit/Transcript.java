package io.jetalyst.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one socket received, in order, and how far the test has read. The network writes it while the test reads.
 */
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

    /** Writes down the end; only the first counts. */
    synchronized void end(Closed how, @Nullable Throwable why) {
        if (closed == null) {
            closed = how;
            broken = why;
            notifyAll();
        }
    }

    /** Whether the end is written down. */
    synchronized boolean isOver() {
        return closed != null;
    }

    /**
     * The next message.
     *
     * @param wanted what the test waits for, in words
     * @param limit how long the test waits in all, of which some may be over
     * @param end of the wait, in the time of {@link System#nanoTime}
     */
    synchronized Message take(String wanted, Duration limit, long end) {
        while (taken == messages.size()) {
            if (closed != null) {
                throw failure("no more messages come, but the test waits for " + wanted);
            }
            pause(wanted, limit, end);
        }
        return messages.get(taken++);
    }

    /** How the socket ended, when it has. Messages stay to be taken. */
    synchronized Closed closed(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (closed == null) {
            pause("the close", limit, end);
        }
        return closed;
    }

    private void pause(String wanted, Duration limit, long end) {
        long millis = (end - System.nanoTime() + 999_999) / 1_000_000;
        if (millis <= 0) {
            throw failure("waited " + Limited.text(limit) + " for " + wanted + ", which did not come");
        }
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // told to stop, perhaps by @Timeout
            throw failure("the test was interrupted while it waited for " + wanted);
        }
    }

    /** A failure that shows everything that was received. */
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
            return "broke: " + broken;
        }
        return "was closed with " + closed.code() + (closed.reason().isEmpty() ? "" : ", \"" + closed.reason() + "\"");
    }

    /** The number of the message that was taken last; the first is 1. */
    synchronized int taken() {
        return taken;
    }
}
