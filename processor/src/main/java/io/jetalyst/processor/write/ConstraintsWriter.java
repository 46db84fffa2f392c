package io.jetalyst.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.Validations;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the class that requests the adapters of what a controller takes from avaje-validator, and holds the parameters that have
 * constraints of their own. It can name what only its package sees.
 */
public final class ConstraintsWriter {
    /** Of a library that need not be there; its test is in the extension for it. */
    private static final ClassName IMPORT = ClassName.get("io.avaje.validation", "ImportValidPojo");

    private ConstraintsWriter() {}

    /** The qualified name of {@code X_Constraints}. */
    public static String qualifiedName(Checked<ControllerModel> controller) {
        return name(controller.value()).canonicalName();
    }

    static ClassName name(ControllerModel controller) {
        return ClassName.get(controller.type().name().packageName(), Validations.className(controller));
    }

    /**
     * The source of {@code X_Constraints}.
     *
     * @param request whether avaje-validator is there
     */
    public static String write(Checked<ControllerModel> controller, boolean request) {
        TypeDecl type = controller.value().type();
        Validations validations = Validations.of(controller.value());
        ClassName name = name(controller.value());
        TypeSpec.Builder constraints = TypeSpec.classBuilder(name)
                .addJavadoc("The constraints of what {@link $T} takes.\n", TypeNames.of(type.name()))
                .addModifiers(Modifier.FINAL);
        if (request) {
            CodeBlock classes = Stream.concat(
                            validations.classes().stream().map(TypeNames::of),
                            validations.holders().stream().map(holder -> name.nestedClass(holder.name())))
                    .map(imported -> CodeBlock.of("$T.class", imported))
                    .collect(CodeBlock.joining(", "));
            constraints.addAnnotation(AnnotationSpec.builder(IMPORT)
                    .addMember("value", "{$L}", classes)
                    .build());
        }
        if (type.context().generatedVisible()) {
            constraints.addAnnotation(AnnotationSpec.builder(Names.GENERATED)
                    .addMember("value", "$S", Names.PROCESSOR)
                    .build());
        }
        List<String> warnings = SuppressedWarnings.deprecations(controller.value());
        if (!warnings.isEmpty()) {
            constraints.addAnnotation(RoutesWriter.suppress(warnings));
        }
        constraints.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        String file = JavaFile.builder(type.name().packageName(), constraints.build())
                .indent("    ")
                .skipJavaLangImports(!type.context().shadowsJavaLang())
                .build()
                .toString();
        return file.substring(0, file.lastIndexOf('}')) + records(validations) + "}\n";
    }

    private static String records(Validations validations) {
        StringBuilder records = new StringBuilder();
        validations
                .holders()
                .forEach(holder -> records.append("\n    record ")
                        .append(holder.name())
                        .append('(')
                        .append(holder.component())
                        .append(" value) {}\n"));
        return records.toString();
    }
}
