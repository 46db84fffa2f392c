package demo;

import io.jetalyst.annotation.*;

class Shapes {
    @Discriminator("kind")
    sealed interface Shape {}

    sealed interface Round extends Shape {}

    @Kind("disc")
    record Circle(int radius) implements Round {}

    @Kind("alone")
    record Alone(int size) {}

    @Discriminator("kind")
    record NotSealed(int size) {}

    @Discriminator("kind")
    interface Open {}
}
