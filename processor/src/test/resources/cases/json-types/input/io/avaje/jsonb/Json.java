package io.avaje.jsonb;

/** As that of avaje-jsonb. */
public @interface Json {
    @interface Import {
        Class<?>[] value();
    }
}
