package io.jetalyst.json.avaje;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.UnsupportedTypeException;
import java.lang.reflect.Type;

/**
 * JSON (RFC 8259) through avaje-jsonb: no reflection, for its adapters are generated while the application compiles.
 *
 * <p>Found by {@link java.util.ServiceLoader}; nobody has to name it. Every type that is read or written needs an adapter, which
 * {@code avaje-jsonb-generator} among the processors makes. It makes one for each record that a controller returns, because the
 * processor of Jetalyst asks for it, unless {@code -Ajetalyst.json=none} says that it must not. Any other type carries {@code @Json}:
 * the messages of sockets above all, and results that are no records, such as sealed interfaces.
 *
 * <pre>{@code
 * @Json
 * public record Said(String from, String text) {}
 * }</pre>
 *
 * <p>What it reads is checked before it is parsed: UTF-8, at most 64 levels of nesting, one value and nothing after it. Members
 * that the type does not have are ignored; {@code null} for a primitive is refused.
 */
public final class AvajeJsonCodec implements BodyCodec {
    private final Jsonb jsonb;

    /** With the adapters that are found on the class path or the module path. */
    public AvajeJsonCodec() {
        this(Jsonb.builder().failOnNullPrimitives(true).build());
    }

    /** With settings and adapters of the application's own choice. */
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
            return jsonb.type(type);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedTypeException(
                    "There is no JSON adapter for " + type.getTypeName()
                            + ". Annotate it, and each type it is made of, with @Json (io.avaje.jsonb.Json), and put"
                            + " io.avaje:avaje-jsonb-generator on the annotationProcessorPaths of maven-compiler-plugin."
                            + " In a module, module-info also provides io.avaje.jsonb.spi.JsonbExtension with the generated"
                            + " component.",
                    e);
        }
    }
}
