package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.jetalyst.processor.model.ControllerModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes an empty table for a controller with errors. Without it, the compiler would also report that the table is missing wherever code
 * mounts it.
 */
public final class PlaceholderWriter {
    private PlaceholderWriter() {}

    /** The source of an {@code X_Routes} that serves nothing. */
    public static String write(ControllerModel controller) {
        String name = controller.type().name().qualifiedName();
        TypeSpec table = TypeSpec.classBuilder(controller.tableName())
                .addJavadoc("Takes the place of the routes of {@code $L}, which has errors.\n", name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Names.ROUTE_TABLE)
                .addMethod(RoutesWriter.format())
                .addMethod(RoutesWriter.routes(CodeBlock.of("$T.of()", List.class)))
                .addMethod(RoutesWriter.method("bind", Names.INVOKER)
                        .addParameter(Names.BINDINGS, "bindings")
                        .addStatement(
                                "throw new $T($S)", IllegalStateException.class, name + " was compiled with errors")
                        .build())
                .build();
        return JavaFile.builder(controller.type().name().packageName(), table)
                .indent("    ")
                .build()
                .toString();
    }
}
