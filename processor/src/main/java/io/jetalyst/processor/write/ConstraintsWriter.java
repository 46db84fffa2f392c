package io.jetalyst.processor.write;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.Validations;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the class that requests the adapters of what a controller takes from avaje-validator, and holds the parameters that have
 * constraints of their own. It can name what only its package sees.
 */
public final class ConstraintsWriter {
    /** Of a library that need not be there; its test is in the extension for it. */
    private static final ClassRef IMPORT = new ClassRef("io.avaje.validation", List.of("ImportValidPojo"));

    private ConstraintsWriter() {}

    /** The qualified name of {@code X_Constraints}. */
    public static String qualifiedName(Checked<ControllerModel> controller) {
        return name(controller.value()).qualifiedName();
    }

    static ClassRef name(ControllerModel controller) {
        return new ClassRef(controller.type().name().packageName(), List.of(Validations.className(controller)));
    }

    /**
     * The source of {@code X_Constraints}.
     *
     * @param request whether avaje-validator is there
     */
    public static String write(Checked<ControllerModel> controller, boolean request) {
        TypeDecl type = controller.value().type();
        Validations validations = Validations.of(controller.value());
        ClassRef name = name(controller.value());
        CodeBlock classes = Stream.concat(
                        validations.classes().stream(),
                        validations.holders().stream().map(holder -> name.nested(holder.name())))
                .map(imported -> CodeBlock.of("$T.class", imported))
                .collect(CodeBlock.joining(", "));
        CodeBlock constraints = CodeBlock.of(
                """
                /**
                 * The constraints of what {@link $T} takes.
                 */
                $L
                $L
                final class $N {
                    private $N() {
                    }
                $L}
                """,
                type.name(),
                request ? CodeBlock.of("@$T({$L})\n", IMPORT, classes) : CodeBlock.of(""),
                ClassFrame.annotations(
                        type.context(), Names.PROCESSOR, SuppressedWarnings.deprecations(controller.value())),
                name.simpleName(),
                name.simpleName(),
                validations.holders().stream()
                        .map(holder ->
                                CodeBlock.of("\n    record $N($L value) {}\n", holder.name(), holder.component()))
                        .collect(CodeBlock.joining("")));
        return SourceFile.write(type.name().packageName(), type.context(), List.of(), constraints);
    }
}
