package demo;

import io.jetalyst.annotation.Get;

abstract class Crud<I> {
    @Get("/{id}")
    String show(I id) {
        return id.toString();
    }
}
