package demo;

import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Put;
import java.util.List;
import java.util.Optional;

final class Base {
    abstract static class Crud<T, I> {
        record Page<E>(List<E> items, Optional<String> next) {}

        @Get
        Page<T> list() {
            return new Page<>(List.of(), Optional.empty());
        }

        @Put("/{id}")
        T store(I id, T value) {
            return value;
        }
    }
}
