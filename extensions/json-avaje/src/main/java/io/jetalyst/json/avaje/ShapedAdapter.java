package io.jetalyst.json.avaje;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.json.view.ViewBuilderAware;
import io.jetalyst.codec.JsonShape;
import org.jspecify.annotations.Nullable;

/** Reads a record with its adapter and checks the members that it requires. */
record ShapedAdapter<T>(JsonShape.Members shape, JsonAdapter<T> adapter) implements JsonAdapter<T> {
    @Override
    public @Nullable T fromJson(JsonReader reader) {
        return reader instanceof TrackingReader body
                ? body.isNullValue() ? null : body.objects().members(shape, adapter)
                : adapter.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, T value) {
        adapter.toJson(writer, value);
    }

    @Override
    public boolean isViewBuilderAware() {
        return adapter.isViewBuilderAware();
    }

    @Override
    public ViewBuilderAware viewBuild() {
        return adapter.viewBuild();
    }
}
