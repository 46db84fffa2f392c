package io.avaje.json;

public interface JsonAdapter<T> {
    T fromJson(JsonReader reader);

    void toJson(JsonWriter writer, T value);
}
