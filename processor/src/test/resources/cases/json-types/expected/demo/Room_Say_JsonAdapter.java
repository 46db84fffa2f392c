package demo;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.PropertyNames;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Reads and writes the JSON of {@link Room.Say}.
 */
@CustomAdapter
@Generated("io.jetalyst.processor.JetalystProcessor")
final class Room_Say_JsonAdapter implements JsonAdapter<Room.Say> {
    private final PropertyNames names;
    private final JsonAdapter<String> textAdapter;
    private final JsonAdapter<Integer> copiesAdapter;
    private final JsonAdapter<Optional<String>> refAdapter;

    public Room_Say_JsonAdapter(Jsonb jsonb) {
        this.names = jsonb.properties("text", "copies", "ref");
        this.textAdapter = jsonb.adapter(String.class);
        this.copiesAdapter = jsonb.adapter(int.class);
        this.refAdapter = jsonb.adapter(Types.newParameterizedType(Optional.class, String.class));
    }

    @Override
    public void toJson(JsonWriter writer, Room.Say value) {
        writer.beginObject(names);
        writer.name(0);
        textAdapter.toJson(writer, value.text());
        writer.name(1);
        copiesAdapter.toJson(writer, value.copies());
        writer.name(2);
        refAdapter.toJson(writer, value.ref());
        writer.endObject();
    }

    @Override
    public Room.Say fromJson(JsonReader reader) {
        String textValue = null;
        int copiesValue = 0;
        Optional<String> refValue = Optional.empty();
        reader.beginObject(names);
        while (reader.hasNextField()) {
            String name = reader.nextField();
            switch (name) {
                case "text" -> textValue = textAdapter.fromJson(reader);
                case "copies" -> copiesValue = copiesAdapter.fromJson(reader);
                case "ref" -> refValue = refAdapter.fromJson(reader);
                default -> {
                    reader.unmappedField(name);
                    reader.skipValue();
                }
            }
        }
        reader.endObject();
        return new Room.Say(textValue, copiesValue, refValue);
    }
}
