package io.jetalyst.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jetalyst.processor.check.Checked;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

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
        return JavaFile.builder(type.name().packageName(), table())
                .indent("    ")
                .skipJavaLangImports(!type.context().shadowsJavaLang())
                .build()
                .toString()
                .replaceAll("throws\\n +", "throws ") // JavaPoet breaks the line before the 100th column
                .replaceAll(
                        "(?m)(^ +private final .*;\\n)\\n(?= +private final )",
                        "$1"); // and puts a blank line between fields
    }

    private TypeSpec table() {
        TypeSpec.Builder table = TypeSpec.classBuilder(controller.tableName())
                .addJavadoc("Routes of {@link $T}.\n", type())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Names.ROUTE_TABLE)
                .addFields(lists())
                .addMethod(format())
                .addMethod(routes(
                        controller.routes().isEmpty() ? CodeBlock.of("$T.of()", List.class) : CodeBlock.of("ROUTES")));
        if (!controller.errors().isEmpty()) {
            table.addMethod(ErrorsWriter.errorHandlers());
        }
        table.addMethod(bind()).addType(new CallsWriter(controller, fields).write());
        if (controller.type().context().generatedVisible()) {
            table.addAnnotation(AnnotationSpec.builder(Names.GENERATED)
                    .addMember("value", "$S", Names.PROCESSOR)
                    .build());
        }
        List<String> warnings = SuppressedWarnings.of(controller);
        if (!warnings.isEmpty()) {
            table.addAnnotation(suppress(warnings));
        }
        return table.build();
    }

    /** The constants. */
    private List<FieldSpec> lists() {
        List<FieldSpec> lists = new ArrayList<>();
        if (!controller.routes().isEmpty()) {
            lists.add(RouteListWriter.write(controller));
        }
        if (!controller.errors().isEmpty()) {
            lists.add(ErrorsWriter.list(controller));
        }
        return lists;
    }

    private ClassName type() {
        return TypeNames.of(controller.type().name());
    }

    static AnnotationSpec suppress(List<String> warnings) {
        CodeBlock names =
                warnings.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", warnings.size() == 1 ? "$L" : "{$L}", names)
                .build();
    }

    static MethodSpec format() {
        return method("format", TypeName.INT)
                .addStatement("return $L", Names.FORMAT)
                .build();
    }

    static MethodSpec routes(CodeBlock all) {
        return method("routes", ParameterizedTypeName.get(ClassName.get(List.class), Names.ROUTE))
                .addStatement("return $L", all)
                .build();
    }

    private MethodSpec bind() {
        MethodSpec.Builder bind = method("bind", Names.INVOKER);
        if (SuppressedWarnings.uncheckedBind(controller.type())) {
            bind.addAnnotation(suppress(List.of("unchecked")));
        }
        return bind.addParameter(Names.BINDINGS, "bindings")
                .addStatement(
                        "return new $L($L$L)",
                        CallsWriter.NAME,
                        create(controller.type()),
                        fields.isEmpty() ? "" : ", bindings")
                .build();
    }

    /** The expression for an instance of a class whose constructor is injected. */
    static CodeBlock create(TypeDecl type) {
        CodeBlock arguments = type.constructors().get(0).params().stream()
                .map(ParamDecl::type)
                .map(given -> CodeBlock.of("bindings.get($T.class)", TypeNames.of(((TypeRef.Declared) given).name())))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("new $T($L)", TypeNames.of(type.name()), arguments);
    }

    static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }
}
