package io.jetalyst.testkit.tests.shop;

import io.jetalyst.annotation.Filtered;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

@Filtered(AuditFilter.class)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Audited {
    String value() default "orders";
}
