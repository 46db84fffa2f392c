package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.BodyForm;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.ResultModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Validations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a table: a JSON reader for each type that its routes take as a body, a writer for each that they return, and a validation for
 * each type with constraints.
 */
final class JsonFields {
    private final Map<TypeRef, String> readers = new LinkedHashMap<>();
    private final Map<TypeRef, String> writers = new LinkedHashMap<>();
    private final Map<ClassRef, String> validations = new LinkedHashMap<>();
    private final ValidationWriter validating;
    private final NameAllocator names;

    JsonFields(ControllerModel controller, NameAllocator names) {
        this.names = names;
        this.validating = new ValidationWriter(controller, Validations.of(controller));
        for (RouteModel route : controller.table()) {
            Validations.validated(route)
                    .map(validating::type)
                    .forEach(type -> validations.computeIfAbsent(
                            type, validated -> names.allocate(ValidationWriter.field(validated))));
            route.bodies().stream()
                    .filter(body -> body.form() == BodyForm.JSON)
                    .forEach(body -> readers.computeIfAbsent(body.content(), type -> fieldName(type, "Reader")));
            if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
                add(http.result());
            }
        }
        controller.errors().forEach(error -> add(error.result()));
    }

    private void add(ResultModel result) {
        if (result instanceof ResultModel.Json json) {
            writers.computeIfAbsent(json.type(), type -> fieldName(type, "Writer"));
        } else if (result instanceof ResultModel.Wrapper wrapper) {
            add(wrapper.value());
        } else if (result instanceof ResultModel.Sequence sequence) {
            add(sequence.element());
        }
    }

    private String fieldName(TypeRef type, String suffix) {
        String words = words(type);
        return names.allocate(words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) + suffix);
    }

    /** {@code Room} is room, {@code List<Room>} is roomList, {@code Room[]} is roomArray. */
    private static String words(TypeRef type) {
        if (type instanceof TypeRef.Declared declared) {
            String arguments =
                    declared.arguments().stream().map(JsonFields::words).collect(Collectors.joining());
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
        return readers.isEmpty() && writers.isEmpty() && validations.isEmpty();
    }

    List<String> names() {
        return Stream.of(readers.values(), writers.values(), validations.values())
                .flatMap(Collection::stream)
                .toList();
    }

    /** The field that reads this type. */
    String reader(TypeRef type) {
        return readers.get(type);
    }

    /** The field that writes this type. */
    String writer(TypeRef type) {
        return writers.get(type);
    }

    /** The statement that validates a parameter. */
    CodeBlock validate(String params, ParamModel param, String local) {
        return validating.write(params, param, validations.get(validating.type(param)), local);
    }

    List<CodeBlock> fields() {
        List<CodeBlock> fields = new ArrayList<>();
        readers.forEach((type, name) -> fields.add(field(Names.BODY_READER, TypeNames.boxed(type), name)));
        writers.forEach((type, name) -> fields.add(field(Names.BODY_WRITER, TypeNames.boxed(type), name)));
        validations.forEach((type, name) -> fields.add(field(Names.VALIDATION, CodeBlock.of("$T", type), name)));
        return fields;
    }

    private static CodeBlock field(ClassRef kind, CodeBlock type, String name) {
        return CodeBlock.of("private final $T<$T> $N;\n", kind, type, name);
    }

    /** The statements of a constructor that is given {@code bindings}. */
    CodeBlock assignments() {
        CodeBlock.Builder code = CodeBlock.builder();
        readers.forEach(
                (type, field) -> code.addStatement("this.$N = bindings.jsonReader($L)", field, TypeNames.token(type)));
        writers.forEach(
                (type, field) -> code.addStatement("this.$N = bindings.jsonWriter($L)", field, TypeNames.token(type)));
        validations.forEach((type, field) -> code.addStatement("this.$N = bindings.validation($T.class)", field, type));
        return code.build();
    }
}
