package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Arrays;
import java.util.List;

/**
 * The forms in which a method takes a body, each with the method of the runtime's {@code Params} that returns it, and the factory of
 * {@code BodyRule}. The first row that fits a type counts.
 */
public enum BodyForm {
    TEXT("text", "whole") {
        @Override
        boolean fits(TypeRef type) {
            return is(type, "java.lang.String");
        }
    },
    BYTES("bytes", "whole") {
        @Override
        boolean fits(TypeRef type) {
            return type instanceof TypeRef.Array array && array.component().equals(new TypeRef.Primitive("byte"));
        }
    },
    INPUT_STREAM("stream", "stream") {
        @Override
        boolean fits(TypeRef type) {
            return is(type, "java.io.InputStream");
        }
    },
    PUBLISHER("publisher", "stream") {
        @Override
        boolean fits(TypeRef type) {
            return type instanceof TypeRef.Declared declared
                    && declared.is("java.util.concurrent.Flow.Publisher")
                    && declared.arguments().stream().allMatch(part -> is(part, "java.nio.ByteBuffer"))
                    && !declared.raw();
        }
    },
    JSON("body", "json") {
        @Override
        boolean fits(TypeRef type) {
            return true;
        }
    };

    /** The media types of a form. */
    public static final List<String> FORMS = List.of("application/x-www-form-urlencoded", "multipart/form-data");

    private final String method;
    private final String rule;

    BodyForm(String method, String rule) {
        this.method = method;
        this.rule = rule;
    }

    abstract boolean fits(TypeRef type);

    private static boolean is(TypeRef type, String name) {
        return type instanceof TypeRef.Declared declared && declared.is(name);
    }

    /** The form for a parameter of this type, which is not an {@code Optional}. */
    public static BodyForm of(TypeRef type) {
        return Arrays.stream(values())
                .filter(form -> form.fits(type))
                .findFirst()
                .orElse(JSON);
    }

    /** Whether the method reads the body itself, so that there is no {@code Optional} of it. */
    public boolean isStream() {
        return rule.equals("stream");
    }

    /** The media types of such a body, if no annotation lists others. */
    public List<String> mediaTypes() {
        return this == JSON ? List.of("application/json", "application/*+json") : List.of("*/*");
    }

    /** The method of {@code Params}. */
    public String method() {
        return method;
    }

    /** The factory of {@code BodyRule}. */
    public String rule() {
        return rule;
    }
}
