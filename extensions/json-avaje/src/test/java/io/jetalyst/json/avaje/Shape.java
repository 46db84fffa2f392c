package io.jetalyst.json.avaje;

import io.avaje.jsonb.Json;
import java.util.List;

/** Kinds with a discriminator, one of them nested. */
@Json(typeProperty = "type")
@Json.SubType(type = Shape.Circle.class, name = "circle")
@Json.SubType(type = Shape.Rectangle.class, name = "rectangle")
@Json.SubType(type = Shape.Group.class, name = "group")
public sealed interface Shape {
    @Json
    record Circle(double radius) implements Shape {}

    @Json
    record Rectangle(int width, int height) implements Shape {
        public Rectangle {
            if (width < 0 || height < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    @Json
    record Group(String name, List<Shape> members) implements Shape {}
}
