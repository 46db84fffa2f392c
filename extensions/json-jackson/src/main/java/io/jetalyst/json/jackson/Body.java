package io.jetalyst.json.jackson;

import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonFaults;
import io.jetalyst.codec.json.JsonNumbers;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;

/** One body that is read: its bytes, the place in it, and the faults so far. */
final class Body {
    final byte[] bytes;
    final Deque<Level> levels = new ArrayDeque<>();
    final JsonFaults faults = new JsonFaults(levels);
    final JsonNumbers numbers = new JsonNumbers(faults);
    private final ObjectMapper mapper;
    private final JsonOptions options;
    private long buffered;

    Body(ObjectMapper mapper, JsonOptions options, byte[] bytes) {
        this.mapper = mapper;
        this.options = options;
        this.bytes = bytes;
    }

    /** Notes that the object has a member that its type does not have. */
    void unknownMember() {
        if (options.rejectUnknown() && !levels.element().hasEnded()) {
            faults.add(BodyFault.UNKNOWN, Expected.NO_MEMBER, null);
        }
    }

    /** Returns a parser of the bytes from this index on. */
    JsonParser parser(int offset) {
        return mapper.createParser(bytes, offset, bytes.length - offset);
    }

    /** Returns a parser of other JSON than the body. */
    JsonParser parser(String json) {
        return mapper.createParser(json);
    }

    /** Adds to the number of bytes in front of discriminators, and returns it. */
    long buffer(long bytes) {
        buffered += bytes;
        return buffered;
    }
}
