package io.jetalyst.json.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jetalyst.codec.BodyCodec;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.JsonOptions;
import io.jetalyst.codec.JsonShape;
import io.jetalyst.codec.JsonTypes;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON codec (RFC 8259) of Jackson 3. It reads and writes records by reflection, so it needs no second annotation processor, and the
 * annotations and modules of Jackson work.
 *
 * <p>The application finds it with {@link java.util.ServiceLoader}. To change the mapper, bind a codec:
 *
 * <pre>{@code
 * App.builder().bind(BodyCodec.class, new JacksonJsonCodec(mapper -> mapper.addModule(new MoneyModule()))).build().run();
 * }</pre>
 *
 * <p>The codec reads and writes records, the sealed types that the annotation processor describes, classes with annotations of Jackson, and the
 * types that Jackson or a module of it has a serializer for. For any other type, the application does not start. The codec rejects a body as
 * all codecs do: if it is not JSON in UTF-8, is nested deeper than 64 levels, contains an object with two members of one name, or lacks a
 * required member. It lists all faults that it finds, each with its JSON pointer.
 *
 * <p>In a named module, {@code module-info} opens the packages of records that are not public to {@code tools.jackson.databind}.
 */
public final class JacksonJsonCodec implements BodyCodec {
    private final Map<Class<?>, JsonShape> shapes;
    private final JsonMapper mapper;
    private final JsonOptions options;

    /** Uses the shapes on the class path or the module path, and no modules of Jackson. */
    public JacksonJsonCodec() {
        this(builder -> builder);
    }

    /** Uses a mapper with the settings and modules that this function adds to the builder. */
    public JacksonJsonCodec(UnaryOperator<JsonMapper.Builder> customizer) {
        this(JsonTypes.load(), customizer);
    }

    private JacksonJsonCodec(Map<Class<?>, JsonShape> shapes, UnaryOperator<JsonMapper.Builder> customizer) {
        this(
                shapes,
                customizer.apply(builder()).addModule(new ShapeModule(shapes)).build(),
                JsonOptions.DEFAULT);
    }

    private JacksonJsonCodec(Map<Class<?>, JsonShape> shapes, JsonMapper mapper, JsonOptions options) {
        this.shapes = shapes;
        this.mapper = mapper;
        this.options = options;
    }

    /** A mapper without the conversions that would hide mistakes of clients, and with the JSON that all codecs write. */
    private static JsonMapper.Builder builder() {
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder() // the body has a length, and numbers have limits
                                        .maxNumberLength(Integer.MAX_VALUE)
                                        .maxStringLength(Integer.MAX_VALUE)
                                        .maxNameLength(Integer.MAX_VALUE)
                                        .build())
                        .build())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.WRAP_EXCEPTIONS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DateTimeFeature.WRITE_DATES_WITH_ZONE_ID)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT));
        return builder.withCoercionConfigDefaults(coercions -> {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                coercions.setCoercion(shape, CoercionAction.Fail);
            }
        });
    }

    @Override
    public String name() {
        return "jackson";
    }

    @Override
    public BodyCodec with(JsonOptions options) {
        JsonInclude.Include empty = options.writeNull() ? JsonInclude.Include.ALWAYS : JsonInclude.Include.NON_ABSENT;
        return new JacksonJsonCodec(
                shapes,
                options.writeNull() == this.options.writeNull()
                        ? mapper
                        : mapper.rebuild()
                                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(empty))
                                .build(),
                options);
    }

    @Override
    public boolean handles(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    @Override
    public <T> BodyReader<T> reader(Type type) {
        JavaType known = mapper.constructType(type);
        TypeCheck.checkReading(known, mapper, shapes);
        return new CheckedReader<>(mapper, options, mapper.readerFor(known));
    }

    @Override
    public <T> BodyWriter<T> writer(Type type) {
        JavaType known = mapper.constructType(type);
        TypeCheck.checkWriting(known, mapper, shapes);
        ObjectWriter writer = mapper.writerFor(known);
        return writer::writeValueAsBytes;
    }
}
