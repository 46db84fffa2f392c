package io.jetalyst.processor.write;

import io.jetalyst.processor.model.ControllerModel;
import java.util.List;

/**
 * Writes an empty table for a controller with errors. Without it, the compiler would also report that the table is missing wherever code
 * mounts it.
 */
public final class PlaceholderWriter {
    private PlaceholderWriter() {}

    /** The source of an {@code X_Routes} that serves nothing. */
    public static String write(ControllerModel controller) {
        String name = controller.type().name().qualifiedName();
        CodeBlock table = CodeBlock.of(
                """
                /**
                 * Takes the place of the routes of {@code $L}, which has errors.
                 */
                public final class $N implements $T {
                    $L

                    $L

                    @Override
                    public $T bind($T bindings) {
                        throw new $T($S);
                    }
                }
                """,
                name,
                controller.tableName(),
                Names.ROUTE_TABLE,
                RoutesWriter.format(),
                RoutesWriter.routes(CodeBlock.of("$T.of()", List.class)),
                Names.INVOKER,
                Names.BINDINGS,
                IllegalStateException.class,
                name + " was compiled with errors");
        return SourceFile.write(
                controller.type().name().packageName(), controller.type().context(), List.of(), table);
    }
}
