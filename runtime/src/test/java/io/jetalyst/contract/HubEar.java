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

/** Listens to a topic, and gives what it heard to a test that waits for it. */
final class HubEar implements Hub.Listener {
    private static final int PATIENCE_SECONDS = 30;

    private final CompletableFuture<Start> start = new CompletableFuture<>();
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final Semaphore flushes = new Semaphore(0);
    private volatile String lastId = "";

    static HubEar of(Hub hub, String topic) {
        return of(hub, topic, "");
    }

    static HubEar of(Hub hub, String topic, String after) {
        HubEar ear = new HubEar();
        hub.subscribe(topic, after, ear);
        return ear;
    }

    @Override
    public void onStart(Start told) {
        if (!start.complete(told)) {
            entries.add(new Left("", "begun twice"));
        }
    }

    @Override
    public void onEntry(Entry entry) {
        entries.add(start.isDone() ? entry : new Left("", "heard before it began"));
    }

    @Override
    public void flush() {
        flushes.release();
    }

    Start start() {
        return start.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
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

    /** The next entries: a message as its text, {@code +member} and {@code -member}. */
    List<String> told(int count) throws InterruptedException {
        List<String> told = new ArrayList<>();
        while (told.size() < count) {
            Entry entry = next();
            if (entry instanceof Message message) {
                told.add(new String(message.bytes(), StandardCharsets.UTF_8));
            } else if (entry instanceof Joined joined) {
                told.add("+" + joined.member());
            } else if (entry instanceof Left left) {
                told.add("-" + left.member());
            }
        }
        return told;
    }

    /** The id of the entry that was taken last. */
    String lastId() {
        return lastId;
    }

    void awaitFlush() throws InterruptedException {
        assertEquals(true, flushes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), "flushed");
    }

    boolean heardNothing() {
        return entries.isEmpty();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Entry next() throws InterruptedException {
        Entry entry = entries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (entry == null) {
            throw new AssertionError("heard nothing for " + PATIENCE_SECONDS + " s");
        }
        lastId = entry.id();
        return entry;
    }
}
