package io.jetalyst.json.jackson;

import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Says why a type cannot be JSON, and what the developer does about it. */
final class Unsupported {
    private Unsupported() {}

    static String sealed(JavaType type) {
        return "The annotation processor has not described the sealed type " + type.toCanonical()
                + ". It does so if a controller reads or returns the type, if the type has @Messages, or if it is in the package of a"
                + " controller with a @WebSocket method. Otherwise, annotate the type with @JsonTypeInfo.";
    }

    static String unknown(JavaType type) {
        return type.getRawClass().getName().startsWith("java.")
                ? "There is no JSON for " + type.toCanonical() + ". Use a record of your own with the values, or give"
                        + " JacksonJsonCodec a module with a serializer and a deserializer."
                : "There is no JSON for " + type.toCanonical()
                        + ", which is no record. Make it a record, annotate it with"
                        + " annotations of Jackson such as @JsonAutoDetect, or give JacksonJsonCodec a module with a serializer and a"
                        + " deserializer.";
    }

    static String failed(JavaType type, Exception cause) {
        return "Jackson cannot handle " + type.toCanonical() + ": "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("no message");
    }

    /** Says why a record of a named module is closed to Jackson; {@code null} if it is open. */
    static @Nullable String closed(Class<?> type) {
        Module module = type.getModule();
        Module jackson = JsonMapper.class.getModule();
        boolean open = module.isOpen(type.getPackageName(), jackson)
                || isPublic(type) && module.isExported(type.getPackageName(), jackson);
        return open
                ? null
                : "The package " + type.getPackageName() + " is not open to Jackson, which reads " + type.getName()
                        + " by reflection. Add 'opens " + type.getPackageName()
                        + " to tools.jackson.databind;' to the module-info of " + module.getName() + ".";
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return true;
    }
}
