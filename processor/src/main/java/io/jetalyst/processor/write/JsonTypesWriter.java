package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.CompilationContext;
import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.JsonTypeDecl;
import io.jetalyst.processor.decl.JsonTypesDecl;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the class that describes the JSON types of a controller, or of a type of messages, and asks avaje-jsonb for their adapters. There is
 * one for each, beside it: it can name what only its package sees, and it changes with its owner alone.
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
        CodeBlock imports = types.types().stream()
                .filter(type -> type instanceof JsonTypeDecl.Members members && members.imported() && !members.empty())
                .map(type -> CodeBlock.of("$T.class", type.name()))
                .collect(CodeBlock.joining(", "));
        boolean hasImports = importing && !imports.toString().isEmpty();
        CodeBlock json = CodeBlock.of(
                """
                /**
                 * The JSON types of {@link $T}.
                 */
                $L
                $L
                public final class $N implements $T {
                    @Override
                    public $T<$T> shapes() {
                        return $T.of(
                                $L);
                    }
                }
                """,
                owner,
                hasImports ? CodeBlock.of("@$T({$L})\n", IMPORT, imports) : CodeBlock.of(""),
                ClassFrame.annotations(context, Names.PROCESSOR, warnings(types, context)),
                simpleName(owner),
                Names.JSON_TYPES,
                List.class,
                Names.JSON_SHAPE,
                List.class,
                types.types().stream().map(JsonTypesWriter::shape).collect(CodeBlock.joining(",\n")));
        return SourceFile.write(owner.packageName(), context, List.of(), json);
    }

    private static List<String> warnings(JsonTypesDecl types, CompilationContext context) {
        List<String> warnings = new ArrayList<>();
        if (types.deprecation() != Deprecation.NONE) {
            warnings.add("deprecation");
        }
        if (types.deprecation() == Deprecation.FOR_REMOVAL) {
            warnings.add("removal");
        }
        if (context.namedModule()) {
            warnings.addAll(List.of("exports", "missing-explicit-ctor"));
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
