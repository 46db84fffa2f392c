package io.jetalyst.processor.write;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import java.util.ArrayList;
import java.util.List;

/** Writes the table of one controller. */
public final class RoutesWriter {
    private final ControllerModel controller;
    private final TableFields fields;

    private RoutesWriter(ControllerModel controller) {
        this.controller = controller;
        this.fields = TableFields.of(controller);
    }

    /** The source of {@code X_Routes}. */
    public static String write(Checked<ControllerModel> controller) {
        return new RoutesWriter(controller.value()).file();
    }

    private String file() {
        TypeDecl type = controller.type();
        CodeBlock table = CodeBlock.of(
                """
                /**
                 * Routes of {@link $T}.
                 */
                $L
                public final class $N implements $T {
                    $L
                }
                """,
                type.name(),
                ClassFrame.annotations(type.context(), Names.PROCESSOR, SuppressedWarnings.of(controller)),
                controller.tableName(),
                Names.ROUTE_TABLE,
                CodeBlock.join(members(), "\n"));
        return SourceFile.write(type.name().packageName(), type.context(), List.of(CallsWriter.NAME), table);
    }

    private List<CodeBlock> members() {
        boolean hasRoutes = !controller.routes().isEmpty();
        boolean hasErrors = !controller.errors().isEmpty();
        List<CodeBlock> members = new ArrayList<>();
        if (hasRoutes) {
            members.add(RouteListWriter.write(controller));
        }
        if (hasErrors) {
            members.add(ErrorsWriter.list(controller));
        }
        members.add(format());
        members.add(routes(hasRoutes ? CodeBlock.of("ROUTES") : CodeBlock.of("$T.of()", List.class)));
        if (hasErrors) {
            members.add(ErrorsWriter.errorHandlers());
        }
        members.add(bind());
        members.add(new CallsWriter(controller, fields).write());
        return members;
    }

    static CodeBlock format() {
        return CodeBlock.of("""
                @Override
                public int format() {
                    return $L;
                }
                """, Names.FORMAT);
    }

    static CodeBlock routes(CodeBlock all) {
        return CodeBlock.of("""
                @Override
                public $T<$T> routes() {
                    return $L;
                }
                """, List.class, Names.ROUTE, all);
    }

    private CodeBlock bind() {
        boolean isUnchecked = SuppressedWarnings.uncheckedBind(controller.type());
        return CodeBlock.of(
                """
                @Override
                $L
                public $T bind($T bindings) {
                    return new $L($L$L);
                }
                """,
                ClassFrame.suppress(isUnchecked ? List.of("unchecked") : List.of()),
                Names.INVOKER,
                Names.BINDINGS,
                CallsWriter.NAME,
                create(controller.type()),
                fields.isEmpty() ? "" : ", bindings");
    }

    /** The expression for an instance of a class whose constructor is injected. */
    static CodeBlock create(TypeDecl type) {
        CodeBlock arguments = type.constructors().get(0).params().stream()
                .map(ParamDecl::type)
                .map(given -> CodeBlock.of("bindings.get($T.class)", ((TypeRef.Declared) given).name()))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("new $T($L)", type.name(), arguments);
    }
}
