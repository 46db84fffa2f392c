package io.jetalyst.processor.write;

import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.JsonTypesDecl;
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

    private final JsonTypesDecl json;
    private final boolean importing;

    private RoutesWriter(ControllerModel controller, JsonTypesDecl json, boolean importing) {
        this.controller = controller;
        this.json = json;
        this.importing = importing;
        this.fields = TableFields.of(controller);
    }

    /**
     * The source of {@code X_Routes}.
     *
     * @param json the JSON types that the table describes
     * @param importing whether avaje-jsonb can be asked for their adapters
     */
    public static String write(Checked<ControllerModel> controller, JsonTypesDecl json, boolean importing) {
        return new RoutesWriter(controller.value(), json, importing).file();
    }

    private String file() {
        TypeDecl type = controller.type();
        CodeBlock table = CodeBlock.of(
                """
                /**
                 * Routes of {@link $T}.
                 */
                $L
                $L
                public final class $N implements $T$L {
                    $L
                }
                """,
                type.name(),
                JsonTypesWriter.imports(json, importing),
                ClassFrame.annotations(type.context(), Names.PROCESSOR, SuppressedWarnings.of(controller, json)),
                controller.tableName(),
                Names.ROUTE_TABLE,
                describesJson() ? CodeBlock.of(", $T", Names.JSON_TYPES) : CodeBlock.of(""),
                CodeBlock.join(members(), "\n"));
        return SourceFile.write(type.name().packageName(), type.context(), List.of(CallsWriter.NAME), table);
    }

    private List<CodeBlock> members() {
        List<CodeBlock> members = new ArrayList<>();
        members.add(format());
        members.add(routes(RouteListWriter.write(controller)));
        if (!controller.errors().isEmpty()) {
            members.add(ErrorsWriter.errorHandlers(controller));
        }
        if (!controller.filters().isEmpty()) {
            members.add(filters());
        }
        if (describesJson()) {
            members.add(JsonTypesWriter.shapes(json));
        }
        members.add(bind());
        members.add(new CallsWriter(controller, fields).write());
        return members;
    }

    private boolean describesJson() {
        return !json.types().isEmpty();
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

    /** The factories of the filters. */
    private CodeBlock filters() {
        CodeBlock factories = controller.filters().stream()
                .map(filter -> CodeBlock.of(
                        "$T.of($T.class, bindings -> $L)", Names.FILTER_FACTORY, filter.name(), create(filter)))
                .collect(CodeBlock.joining(",\n"));
        boolean isUnchecked = controller.filters().stream().anyMatch(SuppressedWarnings::uncheckedBind);
        return CodeBlock.of(
                """
                @Override
                $L
                public $T<$T> filters() {
                    return $L;
                }
                """,
                ClassFrame.suppress(isUnchecked ? List.of("unchecked") : List.of()),
                List.class,
                Names.FILTER_FACTORY,
                RouteListWriter.list(factories));
    }

    private CodeBlock bind() {
        boolean isUnchecked = SuppressedWarnings.uncheckedBind(controller.type());
        return CodeBlock.of(
                """
                @Override
                $L
                public $T bind($T bindings) {
                    $L
                    return new $L($L$L);
                }
                """,
                ClassFrame.suppress(isUnchecked ? List.of("unchecked") : List.of()),
                Names.INVOKER,
                Names.BINDINGS,
                requirements(),
                CallsWriter.NAME,
                create(controller.type()),
                fields.isEmpty() ? "" : ", bindings");
    }

    /** The statements that check, when the application starts, for things that only its requests use. */
    private CodeBlock requirements() {
        List<CodeBlock> all = new ArrayList<>();
        if (controller.usesSessions()) {
            all.add(CodeBlock.of("bindings.requireSessions();"));
        }
        if (controller.usesTemplates()) {
            all.add(CodeBlock.of("bindings.requireClass($T.class);", Names.JTE_VIEWS));
        }
        return CodeBlock.join(all, "\n");
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
