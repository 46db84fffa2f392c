package lib;

import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.PathParam;
import io.jetalyst.annotation.QueryParam;

public interface Finder<T, I> {
    /** Names and annotations of the contract count. */
    @Get("/{id}")
    T find(@PathParam("id") I key, @QueryParam @DefaultValue("1") int depth);
}
