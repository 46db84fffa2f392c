package demo;

import io.jetalyst.annotation.*;
import java.util.*;

interface Crud<T> {
    @Get("/one")
    T one(@QueryParam T id);
}

abstract class Base<T, I> {
    @Get("/all")
    List<T> all() { return List.of(); }

    @Get("/{id}")
    T show(I id) { return null; }

    @Post
    void add(@Body T value) {}
}

abstract class Middle extends Base {}

@Controller
@Path("/a")
class Raw extends Base {}

@Controller
@Path("/b")
class RawInterface implements Crud {
    @Override
    public Object one(Object id) { return null; }
}

@Controller
@Path("/c")
class Below extends Middle {}

@Controller
@Path("/d")
class Generic<T> extends Base<T, Long> {}
