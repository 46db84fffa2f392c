package io.avaje.jsonb;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

public final class Types {
    private Types() {}

    public static ParameterizedType newParameterizedType(Class<?> raw, Type... arguments) {
        throw new UnsupportedOperationException();
    }
}
