package io.jetalyst.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import java.util.List;

/**
 * Writes the class that asks avaje-jsonb for the adapters of what a controller returns. There is one for each controller, beside it: it
 * can name what only its package sees, and it changes with its controller alone.
 */
public final class ImportWriter {
    /** Of a library that need not be there; its test is in the extension for it. */
    private static final ClassName IMPORT = ClassName.get("io.avaje.jsonb", "Json", "Import");

    private ImportWriter() {}

    /** The qualified name of {@code X_Json}. */
    public static String qualifiedName(Checked<ControllerModel> controller) {
        TypeDecl type = controller.value().type();
        String packageName = type.name().packageName();
        return packageName.isEmpty() ? simpleName(type) : packageName + "." + simpleName(type);
    }

    private static String simpleName(TypeDecl type) {
        return String.join("_", type.name().simpleNames()) + "_Json";
    }

    /** The source of {@code X_Json}. */
    public static String write(Checked<ControllerModel> controller, List<ClassRef> results) {
        TypeDecl type = controller.value().type();
        TypeSpec.Builder asking = TypeSpec.interfaceBuilder(simpleName(type))
                .addJavadoc("What avaje-jsonb writes of the results of {@link $T}.\n", TypeNames.of(type.name()))
                .addAnnotation(AnnotationSpec.builder(IMPORT)
                        .addMember("value", "{$L}", classes(results))
                        .build());
        if (type.context().generatedVisible()) {
            asking.addAnnotation(AnnotationSpec.builder(Names.GENERATED)
                    .addMember("value", "$S", Names.PROCESSOR)
                    .build());
        }
        List<String> warnings = SuppressedWarnings.deprecations(controller.value());
        if (!warnings.isEmpty()) {
            asking.addAnnotation(RoutesWriter.suppress(warnings));
        }
        return JavaFile.builder(type.name().packageName(), asking.build())
                .indent("    ")
                .skipJavaLangImports(!type.context().shadowsJavaLang())
                .build()
                .toString();
    }

    private static CodeBlock classes(List<ClassRef> results) {
        return results.stream()
                .map(result -> CodeBlock.of("$T.class", TypeNames.of(result)))
                .collect(CodeBlock.joining(", "));
    }
}
