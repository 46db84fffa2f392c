package io.avaje.jsonb;

import io.avaje.json.JsonAdapter;
import io.avaje.json.PropertyNames;
import java.lang.reflect.Type;

public interface Jsonb {
    <T> JsonAdapter<T> adapter(Type type);

    PropertyNames properties(String... names);
}
