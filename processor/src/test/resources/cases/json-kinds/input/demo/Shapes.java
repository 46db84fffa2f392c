package demo;

import io.jetalyst.annotation.*;
import java.util.List;

@Controller
class Shapes {
    sealed interface Shape {}

    record Circle(double radius) implements Shape {}

    enum Point implements Shape { ORIGIN }

    sealed interface Named {}

    @Kind("person")
    record Person(String name) implements Named {}

    @Kind("person")
    record Company(String name) implements Named {}

    sealed interface Part {}

    record Wheel(String type) implements Part {}

    record Paging(@DefaultValue("many") int size, @DefaultValue("RED") Colour colour, @DefaultValue("BLUE") Colour other) {}

    enum Colour { RED }

    @Get("/shape")
    Shape shape() { return new Circle(1); }

    @Get("/named")
    List<Named> named() { return List.of(); }

    @Get("/part")
    Part part() { return new Wheel("a"); }

    @Post("/paging")
    void paging(@Body Paging paging) {}
}
