package demo;

import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;

@Path("/api")
interface Api {
    @Post("/reload")
    default void reload() {}
}
