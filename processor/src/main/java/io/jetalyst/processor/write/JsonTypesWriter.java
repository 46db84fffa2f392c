package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.CompilationContext;
import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.JsonTypeDecl;
import io.jetalyst.processor.decl.JsonTypesDecl;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the description of the JSON types of a controller, which is part of its table, and of a type of messages, which is a class beside
 * it. Both can name what only their package sees, and change with their owner alone. They also ask avaje-jsonb for adapters.
 */
public final class JsonTypesWriter {
    /** Of a library that need not be there; its test is in the extension for it. */
    private static final ClassRef IMPORT = new ClassRef("io.avaje.jsonb", List.of("Json", "Import"));

    private JsonTypesWriter() {}

    /** The qualified name of {@code X_Json}. */
    public static String qualifiedName(ClassRef owner) {
        return owner.packageName().isEmpty() ? simpleName(owner) : owner.packageName() + "." + simpleName(owner);
    }

    private static String simpleName(ClassRef owner) {
        return String.join("_", owner.simpleNames()) + "_Json";
    }

    /**
     * The source of {@code X_Json}.
     *
     * @param importing whether avaje-jsonb can be asked
     */
    public static String write(ClassRef owner, JsonTypesDecl types, boolean importing, CompilationContext context) {
        List<String> warnings = warnings(types);
        if (context.namedModule()) {
            warnings.addAll(List.of("exports", "missing-explicit-ctor"));
        }
        CodeBlock json = CodeBlock.of(
                """
                /**
                 * The JSON types of {@link $T}.
                 */
                $L
                $L
                public final class $N implements $T {
                    $L
                }
                """,
                owner,
                imports(types, importing),
                ClassFrame.annotations(context, Names.PROCESSOR, warnings),
                simpleName(owner),
                Names.JSON_TYPES,
                shapes(types));
        return SourceFile.write(owner.packageName(), context, List.of(), json);
    }

    /** The annotation that asks avaje-jsonb for adapters; nothing if there is none to ask for. */
    static CodeBlock imports(JsonTypesDecl types, boolean importing) {
        CodeBlock imports = types.types().stream()
                .filter(type -> type instanceof JsonTypeDecl.Members members && members.imported() && !members.empty())
                .map(type -> CodeBlock.of("$T.class", type.name()))
                .collect(CodeBlock.joining(", "));
        return importing && !imports.isEmpty() ? CodeBlock.of("@$T({$L})\n", IMPORT, imports) : CodeBlock.of("");
    }

    /** The method that describes the types. */
    static CodeBlock shapes(JsonTypesDecl types) {
        return CodeBlock.of(
                """
                @Override
                public $T<$T> shapes() {
                    return $L;
                }
                """,
                List.class,
                Names.JSON_SHAPE,
                RouteListWriter.list(
                        types.types().stream().map(JsonTypesWriter::shape).collect(CodeBlock.joining(",\n"))));
    }

    /** The warnings that a class which names the types suppresses. */
    static List<String> warnings(JsonTypesDecl types) {
        List<String> warnings = new ArrayList<>();
        if (types.deprecation() != Deprecation.NONE) {
            warnings.add("deprecation");
        }
        if (types.deprecation() == Deprecation.FOR_REMOVAL) {
            warnings.add("removal");
        }
        return warnings;
    }

    private static CodeBlock shape(JsonTypeDecl type) {
        ClassRef name = type.name();
        if (type instanceof JsonTypeDecl.Kinds kinds) {
            CodeBlock.Builder code =
                    CodeBlock.builder().add("$T.kinds($T.class, $S)", Names.JSON_SHAPE, name, kinds.discriminator());
            kinds.kinds().forEach((kind, of) -> code.add("\n        .kind($S, $T.class)", kind, of));
            return code.build();
        }
        JsonTypeDecl.Members members = (JsonTypeDecl.Members) type;
        if (members.empty()) {
            return CodeBlock.of("$1T.empty($2T.class, $2T::new)", Names.JSON_SHAPE, name);
        }
        CodeBlock.Builder code = CodeBlock.builder().add("$T.record($T.class)", Names.JSON_SHAPE, name);
        List<JsonTypeDecl.Member> required =
                members.members().stream().filter(JsonTypeDecl.Member::required).toList();
        List<JsonTypeDecl.Member> optional = members.members().stream()
                .filter(member -> !member.required() && member.absent() == null)
                .toList();
        names("required", required, code);
        names("optional", optional, code);
        members.members().stream()
                .filter(member -> member.absent() != null)
                .forEach(member -> code.add(".withDefault($S, $S)", member.name(), member.absent()));
        return code.build();
    }

    private static void names(String method, List<JsonTypeDecl.Member> members, CodeBlock.Builder code) {
        if (!members.isEmpty()) {
            code.add(
                    ".$N($L)",
                    method,
                    members.stream()
                            .map(member -> CodeBlock.of("$S", member.name()))
                            .collect(CodeBlock.joining(", ")));
        }
    }
}
