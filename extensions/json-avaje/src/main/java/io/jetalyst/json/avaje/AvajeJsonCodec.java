package io.jetalyst.json.avaje;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import io.jetalyst.codec.UnsupportedTypeException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The JSON codec (RFC 8259) of avaje-jsonb. It uses no reflection, because its adapters are generated while the application compiles.
 *
 * <p>The application finds it with {@link java.util.ServiceLoader}. Every type that is read or written needs an adapter, which the annotation
 * processor {@code avaje-jsonb-generator} generates. The processor of Jetalyst requests adapters for these types, unless the option
 * {@code -Ajetalyst.json=none} is set:
 *
 * <ul>
 *   <li>the records that controllers read or return, and the records that they are made of,
 *   <li>the kinds of the sealed types among them, and of sealed types with {@code @Messages},
 *   <li>the records in the package of a controller with a {@code @WebSocket} method.
 * </ul>
 *
 * <p>Annotate any other type with {@code @Json}:
 *
 * <pre>{@code
 * @Json
 * public record Said(String from, String text) {}
 * }</pre>
 *
 * <p>The codec rejects a body that is not JSON (RFC 8259) in UTF-8, is nested deeper than 64 levels, contains an object with two members of
 * one name, or lacks a required member. It lists all faults that it finds, each with its JSON pointer.
 */
public final class AvajeJsonCodec implements BodyCodec {
    private final Map<Class<?>, JsonShape> shapes;
    private final UnaryOperator<Jsonb.Builder> customizer;
    private final Jsonb jsonb;
    private final JsonOptions options;

    /** Uses the adapters and shapes on the class path or the module path. */
    public AvajeJsonCodec() {
        this(builder -> builder);
    }

    /** Uses the adapters on the class path or the module path, and those and the settings that this function adds to the builder. */
    public AvajeJsonCodec(UnaryOperator<Jsonb.Builder> customizer) {
        this(JsonTypes.load(), customizer);
    }

    AvajeJsonCodec(Map<Class<?>, JsonShape> shapes, UnaryOperator<Jsonb.Builder> customizer) {
        this(shapes, customizer, JsonOptions.DEFAULT);
    }

    private AvajeJsonCodec(
            Map<Class<?>, JsonShape> shapes, UnaryOperator<Jsonb.Builder> customizer, JsonOptions options) {
        this.shapes = shapes;
        this.customizer = customizer;
        this.jsonb = Adapters.jsonb(
                shapes, options.writeNull() ? builder -> customizer.apply(builder.serializeNulls(true)) : customizer);
        this.options = options;
    }

    @Override
    public String name() {
        return "avaje";
    }

    @Override
    public BodyCodec with(JsonOptions options) {
        return new AvajeJsonCodec(shapes, customizer, options);
    }

    @Override
    public boolean handles(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    @Override
    public <T> BodyReader<T> reader(Type type) {
        return new CheckedReader<>(jsonb, options, adapted(type));
    }

    @Override
    public <T> BodyWriter<T> writer(Type type) {
        JsonType<T> adapted = adapted(type);
        return adapted::toJsonBytes;
    }

    private <T> JsonType<T> adapted(Type type) {
        try {
            return jsonb.type(AdapterTypes.of(type));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedTypeException(MissingAdapter.message(type, e), e);
        }
    }
}
