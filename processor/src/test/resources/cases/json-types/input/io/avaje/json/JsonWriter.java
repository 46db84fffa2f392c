package io.avaje.json;

public interface JsonWriter {
    void beginObject(PropertyNames names);

    void name(int index);

    void endObject();
}
