package io.jetalyst.internal.body;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.PartParser;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartReaderTest {
    private static final OutOfMemoryError FULL = new OutOfMemoryError("the heap is full");

    private boolean cancelled;

    private final class Demand implements Flow.Subscription {
        @Override
        public void request(long parts) {}

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private record Exhausted(boolean atEnd) implements PartParser {
        @Override
        public void parse(ByteBuffer bytes) {
            if (!atEnd) {
                throw FULL;
            }
        }

        @Override
        public void end() {
            throw FULL;
        }
    }

    private MultipartReader reader(PartParser parser, Path folder) {
        FormParts parts = new FormParts(new Uploads(new UploadDirectory(folder)), 1_000, Map.of(), bytes -> {});
        MultipartReader reader = new MultipartReader(parser, parts, Runnable::run, 1_000);
        reader.onSubscribe(new Demand());
        return reader;
    }

    @Test
    void failsFormIfParserFindsNoMemory(@TempDir Path folder) {
        MultipartReader reader = reader(new Exhausted(false), folder);
        reader.onNext(ByteBuffer.wrap(new byte[10]));
        assertFailed(reader);
    }

    @Test
    void failsFormIfItsEndFindsNoMemory(@TempDir Path folder) {
        MultipartReader reader = reader(new Exhausted(true), folder);
        reader.onNext(ByteBuffer.wrap(new byte[10]));
        reader.onComplete();
        assertFailed(reader);
    }

    private void assertFailed(MultipartReader reader) {
        assertTrue(reader.form().isDone());
        assertSame(
                FULL,
                assertThrows(CompletionException.class, reader.form()::join).getCause());
        assertTrue(cancelled);
    }
}
