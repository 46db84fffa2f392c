package io.jetalyst.json.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.jetalyst.codec.JsonShape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/** Makes Jackson read and write the types whose shapes the annotation processor knows. */
final class ShapeModule extends JacksonModule {
    private final Map<Class<?>, JsonShape> shapes;

    ShapeModule(Map<Class<?>, JsonShape> shapes) {
        this.shapes = shapes;
    }

    @Override
    public String getModuleName() {
        return getClass().getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new SealedTypes(shapes))
                .addDeserializerModifier(new CheckingModifier(shapes))
                .insertAnnotationIntrospector(new Discriminators(shapes))
                .addHandler(new UnknownMembers());
    }

    /** The deserializers of sealed types. */
    private static final class SealedTypes implements Deserializers {
        private final Map<Class<?>, JsonShape> shapes;

        private SealedTypes(Map<Class<?>, JsonShape> shapes) {
            this.shapes = shapes;
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return shapes.get(type.getRawClass()) instanceof JsonShape.Kinds kinds ? new KindDeserializer(kinds) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return shapes.get(type) instanceof JsonShape.Kinds;
        }
    }

    /** Lets Jackson write discriminators as if annotations of Jackson said so. Reading needs more than such annotations can say. */
    private static final class Discriminators extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        private final transient Map<Class<?>, JsonShape> shapes;

        private Discriminators(Map<Class<?>, JsonShape> shapes) {
            this.shapes = shapes;
        }

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            return config instanceof SerializationConfig
                            && shapes.get(annotated.getRawType()) instanceof JsonShape.Kinds kinds
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, kinds.discriminator(), null, false, null)
                    : null;
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            return shapes.get(annotated.getRawType()) instanceof JsonShape.Kinds kinds
                    ? kinds.kinds().entrySet().stream()
                            .map(kind -> new NamedType(kind.getValue(), kind.getKey()))
                            .toList()
                    : null;
        }
    }

    /** Skips members that a class with annotations of Jackson does not have, and adds a fault if the application rejects them. */
    private static final class UnknownMembers extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object bean,
                String name) {
            Body body = TrackingParser.body(context);
            boolean buffered = !(parser instanceof TrackingParser); // the object has been read
            if (buffered) {
                Level level = new Level(false);
                level.at(name);
                body.levels.push(level);
            }
            body.unknownMember();
            if (buffered) {
                body.levels.pop();
            }
            parser.skipChildren();
            return true;
        }
    }
}
