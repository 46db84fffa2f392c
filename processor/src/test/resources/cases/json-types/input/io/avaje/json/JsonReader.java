package io.avaje.json;

public interface JsonReader {
    void beginObject(PropertyNames names);

    boolean hasNextField();

    String nextField();

    void unmappedField(String name);

    void skipValue();

    void endObject();
}
