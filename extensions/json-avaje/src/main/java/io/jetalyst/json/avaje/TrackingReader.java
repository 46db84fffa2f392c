package io.jetalyst.json.avaje;

import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.BodyFault;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.json.Expected;
import io.jetalyst.codec.json.JsonFaults;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads one body for the adapters of avaje-jsonb, and collects the faults with their JSON pointers. The body follows the grammar of JSON.
 *
 * <p>It never passes the names of an adapter to the parser of avaje-jsonb, which would look member names up by a hash of their bytes: an
 * escaped name would not be found, and an unknown name with the same hash would be taken for a known one.
 */
final class TrackingReader implements JsonReader {
    private final JsonOptions options;
    private final Cursor cursor;
    private final ScalarReader scalars;
    private final ObjectReader objects;

    TrackingReader(Jsonb jsonb, JsonOptions options, byte[] body) {
        this.options = options;
        this.cursor = new Cursor(jsonb, body);
        this.scalars = new ScalarReader(cursor);
        this.objects = new ObjectReader(cursor, this);
    }

    JsonFaults faults() {
        return cursor.faults;
    }

    ScalarReader scalars() {
        return scalars;
    }

    ObjectReader objects() {
        return objects;
    }

    @Override
    public void beginObject(PropertyNames names) {
        objects.begin();
    }

    @Override
    public void beginObject() {
        objects.begin();
    }

    @Override
    public boolean hasNextField() {
        return objects.hasNext();
    }

    @Override
    public String nextField() {
        return objects.next();
    }

    @Override
    public void endObject() {
        objects.close();
    }

    @Override
    public void beginArray() {
        if (cursor.in.currentToken() != Token.BEGIN_ARRAY) {
            throw cursor.faults.stop(BodyFault.TYPE, Expected.ARRAY, null);
        }
        cursor.in.beginArray();
        cursor.enter(true);
    }

    @Override
    public boolean hasNextElement() {
        boolean more = cursor.in.hasNextElement();
        if (more) {
            Frame frame = cursor.frame();
            frame.nextIndex();
            if (cursor.in.currentToken() == Token.NULL) { // the adapters of collections would leave it out
                frame.nullElement(cursor.faults);
            }
        }
        return more;
    }

    @Override
    public void endArray() {
        cursor.in.endArray();
        cursor.leave();
    }

    @Override
    public void unmappedField(String fieldName) {
        if (options.rejectUnknown()) {
            cursor.faults.add(BodyFault.UNKNOWN, Expected.NO_MEMBER, null);
        }
    }

    @Override
    public boolean readBoolean() {
        return scalars.readBoolean();
    }

    @Override
    public int readInt() {
        return (int) scalars.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public long readLong() {
        return scalars.whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public double readDouble() {
        return scalars.real();
    }

    @Override
    public BigDecimal readDecimal() {
        return scalars.decimal();
    }

    @Override
    public BigInteger readBigInteger() {
        return scalars.integer();
    }

    @Override
    public String readString() {
        return scalars.string();
    }

    @Override
    public byte[] readBinary() {
        return scalars.binary();
    }

    @Override
    public boolean isNullValue() {
        return cursor.in.currentToken() == Token.NULL && cursor.in.isNullValue();
    }

    @Override
    public String readRaw() {
        return cursor.in.readRaw();
    }

    @Override
    public String location() {
        return cursor.faults.pointer();
    }

    @Override
    public Token currentToken() {
        return cursor.in.currentToken();
    }

    @Override
    public void skipValue() {
        cursor.in.skipValue();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return cursor.in.unwrap(type);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
