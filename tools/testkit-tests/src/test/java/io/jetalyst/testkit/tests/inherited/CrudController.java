package io.jetalyst.testkit.tests.inherited;

import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Routes for any type of values. */
@Audited("crud")
abstract class CrudController<T, I extends Comparable<I>> {
    private final Map<I, T> values = new ConcurrentSkipListMap<>();

    abstract I idOf(T value);

    @Get
    List<T> list() {
        return List.copyOf(values.values());
    }

    @Get("/{id}")
    Optional<T> show(I id) {
        return Optional.ofNullable(values.get(id));
    }

    @Post
    T create(T value) {
        values.put(idOf(value), value);
        return value;
    }

    @Put("/{id}")
    abstract T replace(I id, T value);

    @Audited("removals")
    @Delete("/{id}")
    void remove(I id) {
        values.remove(id);
    }
}
