package demo;

import io.avaje.jsonb.Json;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import java.util.List;

@Controller
class Hidden {
    public record Shown(int x) {}

    @Json
    public record Annotated(int x) {}

    protected record Kept(int x) {}

    @Get("/shown")
    List<Shown> shown() {
        return List.of();
    }

    @Get("/annotated")
    Annotated annotated() {
        return new Annotated(1);
    }

    interface Shape {
        record Round(int radius) {}
    }

    @Get("/round")
    Shape.Round round() {
        return new Shape.Round(1);
    }

    @Get("/kept")
    Kept kept() {
        return new Kept(1);
    }
}
