package io.jetalyst.json.avaje;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.UnsupportedTypeException;
import java.lang.reflect.Type;

/**
 * The JSON codec (RFC 8259) of avaje-jsonb. It uses no reflection, because its adapters are generated while the application compiles.
 *
 * <p>The application finds it with {@link java.util.ServiceLoader}. Every type that is read or written needs an adapter, which the annotation
 * processor {@code avaje-jsonb-generator} generates. The processor of Jetalyst requests an adapter for each record that a controller returns,
 * unless the option {@code -Ajetalyst.json=none} is set. Annotate any other type with {@code @Json}, such as the messages of sockets, and
 * results that are not records.
 *
 * <pre>{@code
 * @Json
 * public record Said(String from, String text) {}
 * }</pre>
 *
 * <p>Before the codec parses a body it checks that the body is valid UTF-8, is nested at most 64 levels deep, and contains one value and
 * nothing after it. The parser ignores members that the type does not have, and rejects {@code null} for a primitive. A missing member becomes
 * {@code null}, or zero for a primitive.
 */
public final class AvajeJsonCodec implements BodyCodec {
    private final Jsonb jsonb;

    /** Uses the adapters on the class path or the module path. */
    public AvajeJsonCodec() {
        this(Jsonb.builder().failOnNullPrimitives(true).build());
    }

    /** Uses the settings and adapters of this instance. */
    public AvajeJsonCodec(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    @Override
    public boolean handles(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    @Override
    public <T> BodyReader<T> reader(Type type) {
        return new CheckedReader<>(type.getTypeName(), adapted(type));
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
