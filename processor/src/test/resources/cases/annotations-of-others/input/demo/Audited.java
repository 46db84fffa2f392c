package demo;

import io.jetalyst.annotation.RouteMetadata;

@RouteMetadata
@interface Audited {
    String value() default "general";

    Level level() default Level.LOW;

    Class<?>[] types() default {};

    int[] days() default {1, 2};

    enum Level {
        LOW,
        HIGH
    }
}
