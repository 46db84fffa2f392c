package demo;

import io.avaje.jsonb.Json;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The JSON types of {@link Room}.
 */
@Json.Import({Room.Page.class, Said.class})
@Generated("io.jetalyst.processor.JetalystProcessor")
public final class Room_Json implements JsonTypes {
    @Override
    public List<JsonShape> shapes() {
        return List.of(
                JsonShape.kinds(Room.In.class, "kind")
                        .kind("bye", Room.Leave.class)
                        .kind("say", Room.Say.class),
                JsonShape.empty(Room.Leave.class, Room.Leave::new),
                JsonShape.record(Room.Page.class).required("items"),
                JsonShape.record(Room.Say.class).required("text").optional("ref").withDefault("copies", "1"),
                JsonShape.record(Said.class).required("from").withDefault("text", "\"a \\u0022quoted\\u0022 text\""));
    }
}
