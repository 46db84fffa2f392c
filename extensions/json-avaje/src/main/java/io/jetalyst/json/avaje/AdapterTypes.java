package io.jetalyst.json.avaje;

import io.avaje.jsonb.Types;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Types as avaje-jsonb looks up their adapters: a generic type without the class that it is nested in. */
final class AdapterTypes {
    private AdapterTypes() {}

    static Type of(Type type) {
        return type instanceof ParameterizedType generic
                ? Types.newParameterizedType(
                        (Class<?>) generic.getRawType(),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(AdapterTypes::of)
                                .toArray(Type[]::new))
                : type;
    }
}
