package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.QueryParam;
import java.util.List;
import java.util.Optional;

@Controller
@Deprecated
class Old {
    @Deprecated
    enum Color {
        RED
    }

    @Deprecated(forRemoval = true)
    record Dto(String name) {}

    @Deprecated
    Old() {}

    @Get("/old")
    @Deprecated
    List<Dto> page(@QueryParam Color color) {
        return List.of();
    }

    static final class Nested {
        @Controller
        static final class Deep {
            @Get("/deep")
            List<Dto> page(@QueryParam Optional<Color> color) {
                return List.of();
            }
        }
    }
}
