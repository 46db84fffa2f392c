package io.jetalyst.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.RouteModel;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class that holds the controller and calls its methods by the index of their route. */
final class CallsWriter {
    static final String NAME = "Calls";

    private final ControllerModel controller;
    private final List<RouteModel> routes;
    private final TableFields fields;
    private final List<String> methods;
    private final ErrorsWriter errors;

    CallsWriter(ControllerModel controller, TableFields fields) {
        this.controller = controller;
        this.routes = controller.table();
        this.fields = fields;
        // The controller's own names; an overload, and what the interface declares, gets another.
        NameAllocator names = new NameAllocator(List.of("call", "connect", "recover"));
        this.methods = routes.stream()
                .map(route -> names.allocate(route.method().name()))
                .toList();
        this.errors = new ErrorsWriter(controller, fields, names);
    }

    TypeSpec write() {
        TypeSpec.Builder calls = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(Names.INVOKER)
                .addField(type(), "controller", Modifier.PRIVATE, Modifier.FINAL);
        fields.fields().forEach(calls::addField);
        calls.addMethod(constructor());
        if (has(RouteModel.Endpoint.Http.class)) {
            calls.addMethod(call());
        }
        if (has(RouteModel.Endpoint.Socket.class)) {
            calls.addMethod(connect());
        }
        HandlerWriter handlers = new HandlerWriter(fields);
        for (int i = 0; i < methods.size(); i++) {
            calls.addMethod(handlers.write(routes.get(i), methods.get(i)));
        }
        if (!controller.errors().isEmpty()) {
            calls.addMethods(errors.methods());
        }
        return calls.build();
    }

    private boolean has(Class<? extends RouteModel.Endpoint> kind) {
        return routes.stream().map(RouteModel::endpoint).anyMatch(kind::isInstance);
    }

    private ClassName type() {
        return TypeNames.of(controller.type().name());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(type(), "controller");
        if (!fields.isEmpty()) {
            constructor.addParameter(Names.BINDINGS, "bindings");
        }
        if (fields.converters().types().stream().anyMatch(SuppressedWarnings::uncheckedBind)) {
            constructor.addAnnotation(RoutesWriter.suppress(List.of("unchecked")));
        }
        return constructor
                .addStatement("this.controller = controller")
                .addCode(fields.assignments())
                .build();
    }

    private MethodSpec call() {
        return dispatch("call", Names.RESULT, "HTTP", RouteModel.Endpoint.Http.class, "context")
                .build();
    }

    private MethodSpec connect() {
        return dispatch("connect", TypeName.BOOLEAN, "socket", RouteModel.Endpoint.Socket.class, "context, handshake")
                .build();
    }

    private MethodSpec.Builder dispatch(
            String name,
            TypeName result,
            String kind,
            Class<? extends RouteModel.Endpoint> endpoint,
            String arguments) {
        List<CodeBlock> cases = new ArrayList<>();
        boolean checked = false;
        for (int i = 0; i < methods.size(); i++) {
            RouteModel route = routes.get(i);
            if (endpoint.isInstance(route.endpoint())) {
                cases.add(CodeBlock.of("case $L -> $N($L);\n", i, methods.get(i), arguments));
                checked |= HandlerWriter.throwsChecked(route);
            }
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addParameter(TypeName.INT, "route")
                .addParameter(Names.CONTEXT, "context");
        if (endpoint == RouteModel.Endpoint.Socket.class) {
            method.addParameter(Names.HANDSHAKE, "handshake");
        }
        if (checked) {
            method.addException(Exception.class);
        }
        CodeBlock none =
                CodeBlock.of("throw new $T($S + route)", IllegalArgumentException.class, "no " + kind + " route ");
        return method.addCode("return switch (route) {\n$>$Ldefault -> $L;\n$<};\n", CodeBlock.join(cases, ""), none);
    }
}
