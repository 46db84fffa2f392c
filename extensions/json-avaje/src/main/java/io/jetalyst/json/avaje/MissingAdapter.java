package io.jetalyst.json.avaje;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;

/** Says why there is no adapter for a type, and what the developer does about it. */
final class MissingAdapter {
    private MissingAdapter() {}

    static String message(Type type, Exception cause) {
        Class<?> raw = raw(type);
        String hidden = hidden(raw);
        if (!hidden.isEmpty()) {
            return "There is no JSON adapter for " + type.getTypeName() + ", because it is public in " + hidden
                    + ", which is not. Make " + hidden + " public, or declare the type outside.";
        }
        String fix = raw.getName().startsWith("java.") ? ofJdk(raw) : ofApplication();
        return "There is no JSON adapter for " + type.getTypeName() + ". " + fix + " (avaje-jsonb: " + firstLine(cause)
                + ")";
    }

    /** The name of a class around a public class that is not public itself, which adapters in another package cannot name. */
    private static String hidden(Class<?> raw) {
        if (!Modifier.isPublic(raw.getModifiers())) {
            return "";
        }
        for (Class<?> around = raw.getEnclosingClass(); around != null; around = around.getEnclosingClass()) {
            if (!Modifier.isPublic(around.getModifiers())) {
                return around.getName();
            }
        }
        return "";
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
    }

    /** Nobody can annotate a class of the JDK, but its type arguments. */
    private static String ofJdk(Class<?> raw) {
        boolean container = raw == java.util.List.class
                || raw == java.util.Set.class
                || raw == Collection.class
                || raw == Map.class;
        if (container) {
            return ofApplication();
        }
        if (Map.class.isAssignableFrom(raw)) {
            return "Declare the type as java.util.Map.";
        }
        return Collection.class.isAssignableFrom(raw)
                ? "Declare the type as java.util.List, Set or Collection."
                : "Use a record of your own with the values to send, or add an adapter to the Jsonb that AvajeJsonCodec is"
                        + " given.";
    }

    private static String ofApplication() {
        return "A record needs none if a controller reads or returns it, if it is a kind of a sealed type with @Messages, or if it is"
                + " in the package of a controller with a @WebSocket method. Annotate any other type, and each type it is made of,"
                + " with @Json (io.avaje.jsonb.Json). Put io.avaje:avaje-jsonb-generator on the annotationProcessorPaths of"
                + " maven-compiler-plugin, and build with 'mvn clean compile': a change of the processors alone compiles"
                + " nothing again. In a module, module-info also provides io.avaje.jsonb.spi.JsonbExtension with the"
                + " generated component.";
    }

    private static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no message");
    }
}
