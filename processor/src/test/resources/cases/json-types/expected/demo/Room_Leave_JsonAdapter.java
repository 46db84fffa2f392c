package demo;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import javax.annotation.processing.Generated;

/**
 * Reads and writes the JSON of {@link Room.Leave}.
 */
@CustomAdapter
@Generated("io.jetalyst.processor.JetalystProcessor")
final class Room_Leave_JsonAdapter implements JsonAdapter<Room.Leave> {
    private final PropertyNames names;

    public Room_Leave_JsonAdapter(Jsonb jsonb) {
        this.names = jsonb.properties();
    }

    @Override
    public void toJson(JsonWriter writer, Room.Leave value) {
        writer.beginObject(names);
        writer.endObject();
    }

    @Override
    public Room.Leave fromJson(JsonReader reader) {
        reader.beginObject(names);
        while (reader.hasNextField()) {
            String name = reader.nextField();
            switch (name) {
                default -> {
                    reader.unmappedField(name);
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Room.Leave();
    }
}
