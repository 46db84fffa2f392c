package lib;

import io.jetalyst.annotation.Get;

public abstract class Base {
    @Get("/protected")
    protected String shielded() {
        return "";
    }

    @Get("/open")
    public String open() {
        return "";
    }
}
