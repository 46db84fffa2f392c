package demo;

import io.jetalyst.annotation.*;
import java.util.*;

abstract class Base<T, I> {
    @Get("/all")
    List<T> all() { return List.of(); }

    @Get("/{id}")
    T show(I id) { return null; }

    @Post
    void add(@Body T value) {}
}

@Controller
@Path("/a")
class Wildcards extends Base<List<?>, Long> {}

@Controller
@Path("/b")
class NoText extends Base<Room, Thread> {}

@Controller
@Path("/c")
class NoJson extends Base<Map<String, Runnable>, Long> {}
