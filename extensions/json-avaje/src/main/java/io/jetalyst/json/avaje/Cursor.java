package io.jetalyst.json.avaje;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.avaje.json.JsonReader;
import io.avaje.json.JsonReader.Token;
import io.avaje.json.stream.BufferRecycleStrategy;
import io.avaje.json.stream.JsonStream;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.json.JsonFaults;
import io.jetalyst.codec.json.JsonText;
import java.util.ArrayDeque;
import java.util.Deque;

/** The place in a body that is read, and the faults so far. */
final class Cursor {
    /** Readers besides that of the body. The pool of avaje-jsonb has one parser for each thread, also if it is in use. */
    private static final JsonStream SOURCES = JsonStream.builder()
            .bufferRecycling(BufferRecycleStrategy.NO_RECYCLING)
            .build();

    final JsonFaults faults;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final byte[] body;
    private final JsonReader reader;
    /** The parser of the next value. */
    JsonReader in;

    Cursor(Jsonb jsonb, byte[] body) {
        this.body = body;
        this.reader = jsonb.reader(body);
        this.in = reader;
        this.faults = new JsonFaults(frames);
    }

    /** Enters the object or array that the parser has just begun. */
    Frame enter(boolean array) {
        Frame frame = new Frame(in, array);
        frames.push(frame);
        return frame;
    }

    void leave() {
        frames.pop();
    }

    /** The innermost object or array. */
    Frame frame() {
        return frames.element();
    }

    int depth() {
        return frames.size();
    }

    /** Whether the value has this JSON type; if not, adds a fault and skips the value. A {@code null} is a fault, too. */
    boolean isAt(Token token, String otherwise) {
        Token found = in.currentToken();
        if (found == token) {
            return true;
        }
        if (found == Token.NULL) {
            faults.addNull();
        } else {
            faults.addType(otherwise);
        }
        if (frames.isEmpty()) {
            throw faults.stop();
        }
        if (found != Token.NULL || !in.isNullValue()) {
            in.skipValue();
        }
        return false;
    }

    /** Reads a string. The parser of avaje-jsonb rejects strings of more than 32 Ki characters, but returns their JSON. */
    String text() {
        return JsonText.unquoted(raw());
    }

    /** Reads a number without converting it: the parser of avaje-jsonb has limits of its own. */
    String number() {
        return raw().strip();
    }

    /** The parser skips no value that nothing follows. */
    private String raw() {
        return frames.isEmpty() ? new String(body, UTF_8) : in.readRaw();
    }

    /** Reads the next value from this JSON. */
    void substitute(String json) {
        in = SOURCES.reader("[" + json + "]");
        in.beginArray();
        in.hasNextElement();
    }

    /** Returns a reader of the members of an object. */
    static JsonReader members(String object) {
        JsonReader members = SOURCES.reader(object);
        members.beginObject();
        return members;
    }

    void close() {
        reader.close(); // the other readers have no resources
    }
}
