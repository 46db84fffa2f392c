package io.jetalyst.json.avaje;

import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Writes the discriminator as the first member of the next object. The writer that avaje-jsonb has for such purposes has final methods. */
final class KindWriter implements JsonWriter {
    private final JsonWriter out;
    private @Nullable String discriminator;
    private String kind = "";

    KindWriter(JsonWriter out) {
        this.out = out;
    }

    /** Sets the discriminator of the next object. */
    void discriminate(String discriminator, String kind) {
        this.discriminator = discriminator;
        this.kind = kind;
    }

    @Override
    public void beginObject() {
        out.beginObject();
        writeDiscriminator();
    }

    @Override
    public void beginObject(PropertyNames names) {
        out.beginObject(names);
        writeDiscriminator();
    }

    private void writeDiscriminator() {
        if (discriminator != null) {
            out.name(discriminator);
            out.value(kind);
            discriminator = null;
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return out.unwrap(type);
    }

    @Override
    public void serializeNulls(boolean serializeNulls) {
        out.serializeNulls(serializeNulls);
    }

    @Override
    public boolean serializeNulls() {
        return out.serializeNulls();
    }

    @Override
    public boolean serializeEmpty() {
        return out.serializeEmpty();
    }

    @Override
    public void serializeEmpty(boolean serializeEmpty) {
        out.serializeEmpty(serializeEmpty);
    }

    @Override
    public void pretty(boolean pretty) {
        out.pretty(pretty);
    }

    @Override
    public String path() {
        return out.path();
    }

    @Override
    public void allNames(PropertyNames names) {
        out.allNames(names);
    }

    @Override
    public void name(int position) {
        out.name(position);
    }

    @Override
    public void name(String name) {
        out.name(name);
    }

    @Override
    public void beginArray() {
        out.beginArray();
    }

    @Override
    public void endArray() {
        out.endArray();
    }

    @Override
    public void emptyArray() {
        out.emptyArray();
    }

    @Override
    public void endObject() {
        out.endObject();
    }

    @Override
    public void nullValue() {
        out.nullValue();
    }

    @Override
    public void value(String value) {
        out.value(value);
    }

    @Override
    public void value(boolean value) {
        out.value(value);
    }

    @Override
    public void value(int value) {
        out.value(value);
    }

    @Override
    public void value(long value) {
        out.value(value);
    }

    @Override
    public void value(double value) {
        out.value(value);
    }

    @Override
    public void value(Boolean value) {
        out.value(value);
    }

    @Override
    public void value(Integer value) {
        out.value(value);
    }

    @Override
    public void value(Long value) {
        out.value(value);
    }

    @Override
    public void value(Double value) {
        out.value(value);
    }

    @Override
    public void value(BigDecimal value) {
        out.value(value);
    }

    @Override
    public void value(BigInteger value) {
        out.value(value);
    }

    @Override
    public void value(byte[] value) {
        out.value(value);
    }

    @Override
    public void jsonValue(Object value) {
        out.jsonValue(value);
    }

    @Override
    public void rawValue(String value) {
        out.rawValue(value);
    }

    @Override
    public void rawChunkStart() {
        out.rawChunkStart();
    }

    @Override
    public void rawChunk(char value) {
        out.rawChunk(value);
    }

    @Override
    public void rawChunk(String value) {
        out.rawChunk(value);
    }

    @Override
    public void rawChunkEncode(String value) {
        out.rawChunkEncode(value);
    }

    @Override
    public void rawChunkEnd() {
        out.rawChunkEnd();
    }

    @Override
    public void writeNewLine() {
        out.writeNewLine();
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }

    @Override
    public void markIncomplete() {
        out.markIncomplete();
    }
}
