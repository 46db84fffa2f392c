package demo;

import io.jetalyst.annotation.Filtered;

@Filtered(Audit.class)
@Limited(perMinute = 60)
@interface Audited {
    String value() default "general";
}
