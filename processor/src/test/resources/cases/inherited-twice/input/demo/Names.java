package demo;

import io.jetalyst.annotation.Get;

final class Names {
    interface Named {
        @Get("/name")
        String name();
    }

    interface Below extends Named {
        @Override
        @Get("/below")
        String name();
    }
}
