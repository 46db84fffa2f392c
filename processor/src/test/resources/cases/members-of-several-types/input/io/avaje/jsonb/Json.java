package io.avaje.jsonb;

import java.lang.annotation.Repeatable;

/** As that of avaje-jsonb. */
public @interface Json {
    String typeProperty() default "@type";

    @Repeatable(SubTypes.class)
    @interface SubType {
        Class<?> type();

        String name() default "";
    }

    @interface SubTypes {
        SubType[] value();
    }
}
