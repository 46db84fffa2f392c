package io.jetalyst.testkit.tests.http;

import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.QueryParam;

/** A part of a list. */
record Paging(
        @QueryParam @DefaultValue("1") int page,
        @QueryParam @DefaultValue("20") int size) {
    Paging {
        if (page < 1 || size < 1 || size > 100) {
            throw new IllegalArgumentException("page " + page + ", size " + size);
        }
    }
}
