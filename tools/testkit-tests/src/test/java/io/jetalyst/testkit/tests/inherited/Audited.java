package io.jetalyst.testkit.tests.inherited;

import io.jetalyst.annotation.RouteMetadata;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The log that a filter writes a request to. */
@RouteMetadata
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Audited {
    String value();
}
