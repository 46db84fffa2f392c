package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.model.RouteModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The JSON writers a table keeps: one field for each type that its routes return. */
final class Writers {
    /**
     * The names that no local variable may have: those that generated methods use themselves, and the types whose static methods they
     * call, as a variable obscures a type (JLS §6.4.2). A type whose simple name is taken begins with {@code io}.
     */
    private static final List<String> RESERVED = List.of(
            "context",
            "handshake",
            "controller",
            "io",
            Names.PARAMS.simpleName(),
            Names.RESULTS.simpleName(),
            Names.JTE_VIEWS.simpleName());

    private final Map<TypeRef, String> fields = new LinkedHashMap<>();
    private final NameAllocator names = new NameAllocator(List.of("controller"));

    Writers(ControllerModel controller) {
        for (RouteModel route : controller.table()) {
            if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
                add(http.result());
            }
        }
    }

    private void add(ResultModel result) {
        if (result instanceof ResultModel.Json json) {
            fields.computeIfAbsent(json.type(), this::fieldName);
        } else if (result instanceof ResultModel.Wrapper wrapper) {
            add(wrapper.value());
        }
    }

    private String fieldName(TypeRef type) {
        String words = words(type);
        return names.allocate(words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) + "Writer");
    }

    /** {@code Room} is room, {@code List<Room>} is roomList, {@code Room[]} is roomArray. */
    private static String words(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            String arguments = declared.arguments().stream().map(Writers::words).collect(Collectors.joining());
            List<String> names = declared.name().simpleNames();
            return arguments + names.get(names.size() - 1);
        }
        if (type instanceof TypeRef.Array array) {
            return words(array.component()) + "Array";
        }
        String text = type.text();
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The names of local variables in a method that reaches these fields. */
    NameAllocator locals() {
        List<String> reserved = new ArrayList<>(RESERVED);
        reserved.addAll(fields.values());
        return new NameAllocator(reserved);
    }

    /** The field that writes this type. */
    String name(TypeRef type) {
        return fields.get(type);
    }

    Iterable<FieldSpec> fields() {
        return fields.entrySet().stream()
                .map(field -> FieldSpec.builder(
                                ParameterizedTypeName.get(
                                        Names.BODY_WRITER,
                                        TypeNames.of(field.getKey()).box()),
                                field.getValue(),
                                Modifier.PRIVATE,
                                Modifier.FINAL)
                        .build())
                .toList();
    }

    /** The statements of a constructor that is given {@code bindings}. */
    CodeBlock assignments() {
        CodeBlock.Builder code = CodeBlock.builder();
        fields.forEach(
                (type, field) -> code.addStatement("this.$N = bindings.jsonWriter($L)", field, TypeNames.token(type)));
        return code.build();
    }
}
