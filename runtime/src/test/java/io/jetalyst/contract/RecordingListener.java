package io.jetalyst.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Entry;
import io.jetalyst.socket.Hub.Joined;
import io.jetalyst.socket.Hub.Left;
import io.jetalyst.socket.Hub.Message;
import io.jetalyst.socket.Hub.Start;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Records the entries of a topic for a test, which waits for them. */
final class RecordingListener implements Hub.Listener {
    private static final int TIMEOUT_SECONDS = 30;

    private final CompletableFuture<Start> start = new CompletableFuture<>();
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Semaphore flushes = new Semaphore(0);
    private volatile String lastId = "";

    static RecordingListener of(Hub hub, String topic) {
        return of(hub, topic, "");
    }

    static RecordingListener of(Hub hub, String topic, String after) {
        RecordingListener listener = new RecordingListener();
        hub.subscribe(topic, after, listener);
        return listener;
    }

    @Override
    public void onStart(Start received) {
        if (!start.complete(received)) {
            entries.add(new Left("", "onStart was called twice"));
        }
    }

    @Override
    public void onEntry(Entry entry) {
        entries.add(start.isDone() ? entry : new Left("", "onEntry was called before onStart"));
    }

    @Override
    public void flush() {
        flushes.release();
    }

    Start start() {
        return start.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    List<String> startTexts() {
        return start().messages().stream()
                .map(message -> new String(message.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    byte[] bytes() throws InterruptedException {
        return assertInstanceOf(Message.class, next()).bytes();
    }

    String text() throws InterruptedException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    List<String> texts(int count) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            texts.add(text());
        }
        return texts;
    }

    /** Returns the next entries: a message as its text, a join as {@code +member}, a leave as {@code -member}. */
    List<String> events(int count) throws InterruptedException {
        List<String> events = new ArrayList<>();
        while (events.size() < count) {
            Entry entry = next();
            if (entry instanceof Message message) {
                events.add(new String(message.bytes(), StandardCharsets.UTF_8));
            } else if (entry instanceof Joined joined) {
                events.add("+" + joined.member());
            } else if (entry instanceof Left left) {
                events.add("-" + left.member());
            }
        }
        return events;
    }

    /** Returns the id of the entry that was read last. */
    String lastId() {
        return lastId;
    }

    void awaitFlush() throws InterruptedException {
        assertEquals(true, flushes.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS), "flushed");
    }

    boolean hasReceivedNothing() {
        return entries.isEmpty();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Entry next() throws InterruptedException {
        Entry entry = entries.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (entry == null) {
            throw new AssertionError("received no entry for " + TIMEOUT_SECONDS + " s");
        }
        lastId = entry.id();
        return entry;
    }
}
