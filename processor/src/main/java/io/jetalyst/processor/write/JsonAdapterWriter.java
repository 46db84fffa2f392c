package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.CompilationContext;
import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.JsonAdapterDecl;
import io.jetalyst.processor.decl.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes an adapter of avaje-jsonb for a record that is public in a class that is not. avaje-jsonb would name the record from another package.
 * It registers this adapter in the package of the record, because the adapter is not public.
 */
public final class JsonAdapterWriter {
    private static final ClassRef CUSTOM = avaje("jsonb", "CustomAdapter");
    private static final ClassRef ADAPTER = avaje("json", "JsonAdapter");
    private static final ClassRef READER = avaje("json", "JsonReader");
    private static final ClassRef WRITER = avaje("json", "JsonWriter");
    private static final ClassRef NAMES = avaje("json", "PropertyNames");
    private static final ClassRef JSONB = avaje("jsonb", "Jsonb");
    private static final ClassRef TYPES = avaje("jsonb", "Types");

    private JsonAdapterWriter() {}

    private static ClassRef avaje(String packageName, String name) {
        return new ClassRef("io.avaje." + packageName, List.of(name));
    }

    /** The qualified name of {@code X_JsonAdapter}. */
    public static String qualifiedName(ClassRef type) {
        return type.packageName().isEmpty() ? simpleName(type) : type.packageName() + "." + simpleName(type);
    }

    private static String simpleName(ClassRef type) {
        return String.join("_", type.simpleNames()) + "_JsonAdapter";
    }

    /** The source of {@code X_JsonAdapter}. */
    public static String write(JsonAdapterDecl adapter, Deprecation deprecation, CompilationContext context) {
        CodeBlock code = CodeBlock.of(
                """
                /**
                 * Reads and writes the JSON of {@link $1T}.
                 */
                @$2T
                $3L
                final class $4N implements $5T<$1T> {
                    private final $6T names;
                    $7L

                    public $4N($8T jsonb) {
                        this.names = jsonb.properties($9L);
                """,
                adapter.type(),
                CUSTOM,
                ClassFrame.annotations(context, Names.PROCESSOR, warnings(deprecation)),
                simpleName(adapter.type()),
                ADAPTER,
                NAMES,
                each(adapter, c -> CodeBlock.of("private final $T<$L> $N;\n", ADAPTER, boxed(c), field(c))),
                JSONB,
                adapter.components().stream()
                        .map(component -> CodeBlock.of("$S", component.name()))
                        .collect(CodeBlock.joining(", ")));
        CodeBlock methods = CodeBlock.of(
                """
                        $L
                    }

                    @Override
                    public void toJson($T writer, $T value) {
                        writer.beginObject(names);
                        $L
                        writer.endObject();
                    }

                    @Override
                    public $T fromJson($T reader) {
                        $L
                        reader.beginObject(names);
                        while (reader.hasNextField()) {
                            String name = reader.nextField();
                            switch (name) {
                                $L
                                default -> {
                                    reader.unmappedField(name);
                                    reader.skipValue();
                                }
                            }
                        }
                        reader.endObject();
                        return new $T($L);
                    }
                }
                """,
                each(adapter, c -> CodeBlock.of("this.$N = jsonb.adapter($L);\n", field(c), token(c.type()))),
                WRITER,
                adapter.type(),
                writes(adapter),
                adapter.type(),
                READER,
                each(adapter, c -> CodeBlock.of("$T $N = $L;\n", c.type(), local(c), initial(c.type()))),
                each(
                        adapter,
                        c -> CodeBlock.of("case $S -> $N = $N.fromJson(reader);\n", c.name(), local(c), field(c))),
                adapter.type(),
                adapter.components().stream()
                        .map(component -> CodeBlock.of("$N", local(component)))
                        .collect(CodeBlock.joining(", ")));
        return SourceFile.write(
                adapter.type().packageName(),
                context,
                List.of(),
                CodeBlock.builder().add("$L", code).add("$L", methods).build());
    }

    private static List<String> warnings(Deprecation deprecation) {
        List<String> warnings = new ArrayList<>();
        if (deprecation != Deprecation.NONE) {
            warnings.add("deprecation");
        }
        if (deprecation == Deprecation.FOR_REMOVAL) {
            warnings.add("removal");
        }
        return warnings;
    }

    private static CodeBlock each(JsonAdapterDecl adapter, Function<JsonAdapterDecl.Component, CodeBlock> line) {
        return adapter.components().stream().map(line).collect(CodeBlock.joining(""));
    }

    private static CodeBlock writes(JsonAdapterDecl adapter) {
        CodeBlock.Builder lines = CodeBlock.builder();
        for (int i = 0; i < adapter.components().size(); i++) {
            JsonAdapterDecl.Component component = adapter.components().get(i);
            lines.add("writer.name($L);\n", i);
            lines.add("$N.toJson(writer, value.$N());\n", field(component), component.name());
        }
        return lines.build();
    }

    private static String field(JsonAdapterDecl.Component component) {
        return component.name() + "Adapter";
    }

    private static String local(JsonAdapterDecl.Component component) {
        return component.name() + "Value";
    }

    private static CodeBlock boxed(JsonAdapterDecl.Component component) {
        return TypeNames.boxed(component.type());
    }

    /** The value of a member that the JSON does not have; the codec has checked that it is not required. */
    private static CodeBlock initial(TypeRef type) {
        if (type instanceof TypeRef.Primitive primitive) {
            return CodeBlock.of(primitive.text().equals("boolean") ? "false" : "0");
        }
        boolean optional = type instanceof TypeRef.Declared declared
                && declared.name().qualifiedName().startsWith("java.util.Optional");
        return optional ? CodeBlock.of("$T.empty()", ((TypeRef.Declared) type).name()) : CodeBlock.of("null");
    }

    /** An expression for the type, as avaje-jsonb compares types. */
    private static CodeBlock token(TypeRef type) {
        if (!(type instanceof TypeRef.Declared declared) || declared.arguments().isEmpty()) {
            return CodeBlock.of("$T.class", type);
        }
        CodeBlock.Builder arguments = CodeBlock.builder();
        declared.arguments().forEach(argument -> arguments.add(", $L", token(argument)));
        return CodeBlock.of("$T.newParameterizedType($T.class$L)", TYPES, declared.name(), arguments.build());
    }
}
