package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonReader.Token;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonFaults;
import io.jetalyst.codec.json.JsonText;
import io.jetalyst.codec.json.StopReading;
import org.jspecify.annotations.Nullable;

/** Reads objects: the members of records, with their default values, and the kinds of sealed types. */
final class ObjectReader {
    private final Cursor cursor;
    private final JsonFaults faults;
    private final TrackingReader reader;
    private JsonShape.@Nullable Members expected;
    private boolean begun;
    private int buffered;

    /** @param reader what the adapters of the members read from */
    ObjectReader(Cursor cursor, TrackingReader reader) {
        this.cursor = cursor;
        this.faults = cursor.faults;
        this.reader = reader;
    }

    /** Reads a record of this shape. Returns {@code null} if it has faults. */
    <T> @Nullable T members(JsonShape.Members shape, JsonAdapter<T> adapter) {
        if (!begun && !cursor.isAt(Token.BEGIN_OBJECT, Expected.OBJECT)) {
            return null;
        }
        expected = shape;
        int depth = begun ? cursor.depth() - 1 : cursor.depth();
        int before = faults.count();
        try {
            return adapter.fromJson(reader);
        } catch (StopReading e) {
            throw e;
        } catch (RuntimeException e) {
            if (cursor.depth() != depth) {
                throw e;
            }
            if (faults.count() == before) { // otherwise the constructor got a substitute
                faults.add(BodyFault.INVALID, Expected.VALUES, e);
            }
            return null;
        }
    }

    /** Reads a value of a sealed type. Returns {@code null} if it has faults. */
    <T> @Nullable T kind(KindAdapter<T> kinds) {
        if (!cursor.isAt(Token.BEGIN_OBJECT, Expected.OBJECT)) {
            return null;
        }
        cursor.in.beginObject();
        Frame frame = cursor.enter(false);
        StringBuilder members = new StringBuilder();
        while (cursor.in.hasNextField()) {
            String name = field(frame);
            if (name.equals(kinds.discriminator())) {
                buffered += members.length();
                return kind(frame, kinds, members);
            }
            members.append(members.length() == 0 ? "{" : ",")
                    .append(JsonText.quoted(name))
                    .append(':')
                    .append(cursor.in.readRaw());
            if (buffered + members.length() > KindAdapter.MAX_BUFFERED) {
                frame.at(kinds.discriminator());
                throw faults.stop(BodyFault.LIMIT, Expected.DISCRIMINATOR_FIRST, null);
            }
        }
        frame.at(kinds.discriminator());
        faults.add(BodyFault.REQUIRED, Expected.discriminator(kinds.shape()), null);
        return end();
    }

    /** @param members the members in front of the discriminator, as an object without its closing brace */
    private <T> @Nullable T kind(Frame frame, KindAdapter<T> kinds, StringBuilder members) {
        boolean named = cursor.isAt(Token.STRING, Expected.kindName(kinds.shape()));
        @Nullable JsonAdapter<? extends T> adapter = named ? kinds.named(cursor.text()) : null;
        if (adapter != null) {
            begun = true;
            if (members.length() > 0) {
                frame.replay(Cursor.members(members.append('}').toString()));
            }
            return adapter.fromJson(reader);
        }
        if (named) {
            faults.add(BodyFault.KIND, Expected.kind(kinds.shape()), null);
        }
        while (cursor.in.hasNextField()) {
            field(frame);
            cursor.in.skipValue();
        }
        return end();
    }

    private <T> @Nullable T end() {
        cursor.in.endObject();
        cursor.leave();
        return null;
    }

    /** Reads the name of the next member from the body. */
    private String field(Frame frame) {
        String name = cursor.in.nextField();
        frame.see(name, faults);
        return name;
    }

    void begin() {
        JsonShape.@Nullable Members shape = expected;
        expected = null;
        if (begun) {
            begun = false;
        } else {
            if (cursor.in.currentToken() != Token.BEGIN_OBJECT) {
                throw faults.stop(BodyFault.TYPE, Expected.OBJECT, null);
            }
            cursor.in.beginObject();
            cursor.enter(false);
        }
        cursor.frame().shape(shape);
    }

    boolean hasNext() {
        Frame frame = cursor.frame();
        boolean replays = frame.replays();
        JsonReader in = frame.source();
        cursor.in = in;
        return replays || !frame.ended() && in.hasNextField() || frame.endsWithDefault(faults);
    }

    String next() {
        Frame frame = cursor.frame();
        if (frame.isReplaying()) {
            frame.at(cursor.in.nextField());
        } else if (frame.ended()) {
            cursor.substitute(frame.nextDefault());
        } else {
            field(frame);
        }
        if (cursor.in.currentToken() == Token.NULL) {
            @Nullable String absent = frame.nullMember(faults);
            if (absent != null) {
                cursor.in.isNullValue(); // reads it
                cursor.substitute(absent);
            }
        }
        return frame.name();
    }

    void close() {
        cursor.in = cursor.frame().source();
        cursor.in.endObject();
        cursor.leave();
    }
}
