package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.jetalyst.codec.JsonShape;

/** Reads and writes a record without components. avaje-jsonb would write its {@code toString} and {@code hashCode}. */
record EmptyAdapter(JsonShape.Empty shape) implements JsonAdapter<Object> {
    @Override
    public void toJson(JsonWriter writer, Object value) {
        writer.beginObject();
        writer.endObject();
    }

    @Override
    public Object fromJson(JsonReader reader) {
        reader.beginObject();
        while (reader.hasNextField()) {
            reader.unmappedField(reader.nextField());
            reader.skipValue();
        }
        reader.endObject();
        return shape.instance().get();
    }
}
