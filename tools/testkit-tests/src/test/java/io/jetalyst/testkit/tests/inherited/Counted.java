package io.jetalyst.testkit.tests.inherited;

import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;

/** A route that is declared by an interface and implemented by a controller. */
@Audited("counts")
interface Counted<N> {
    @Get("/count")
    String count(@QueryParam @DefaultValue("1") N factor);
}
