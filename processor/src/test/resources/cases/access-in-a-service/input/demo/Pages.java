package demo;

import io.jetalyst.annotation.Get;

interface Pages {
    @Get("/page")
    String page();
}
