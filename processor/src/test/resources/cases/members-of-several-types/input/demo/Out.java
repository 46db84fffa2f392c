package demo;

import io.avaje.jsonb.Json;
import java.util.List;

@Json(typeProperty = "type")
@Json.SubType(type = Out.Said.class, name = "said")
@Json.SubType(type = Out.Joined.class, name = "joined")
@Json.SubType(type = Out.Here.class, name = "here")
@Json.SubType(type = Out.Gone.class, name = "gone")
sealed interface Out {
    record Said(String who, String text, List<String> tags) implements Out {}

    record Joined(String who, List<String> tags) implements Out {}

    record Here(List<String> who) implements Out {}

    record Gone(int who) implements Out {}
}
