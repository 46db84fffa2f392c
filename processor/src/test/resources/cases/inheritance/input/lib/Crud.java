package lib;

import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import java.util.List;
import java.util.UUID;

public abstract class Crud<T> {
    @Get
    public List<T> all() {
        return List.of();
    }

    @Delete("/{id}")
    public void remove(UUID id) {}
}
