package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ConverterModel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of a table for converters of the application: an instance of each class that converts a parameter. */
final class ConverterFields {
    private final Map<ClassRef, TypeDecl> types = new LinkedHashMap<>();
    private final Map<ClassRef, String> names = new LinkedHashMap<>();

    ConverterFields(ControllerModel controller, NameAllocator allocator) {
        controller.table().stream()
                .flatMap(route -> route.parts().stream())
                .flatMap(part -> part.converter().stream())
                .map(ConverterModel::type)
                .forEach(type -> {
                    types.putIfAbsent(type.name(), type);
                    names.computeIfAbsent(type.name(), name -> allocator.allocate(fieldName(name)));
                });
    }

    private static String fieldName(ClassRef type) {
        String name = type.simpleNames().get(type.simpleNames().size() - 1);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The field that has the instance. */
    String field(ConverterModel converter) {
        return names.get(converter.type().name());
    }

    Collection<String> names() {
        return names.values();
    }

    Collection<TypeDecl> types() {
        return types.values();
    }

    List<CodeBlock> fields() {
        return names.entrySet().stream()
                .map(field -> CodeBlock.of("private final $T $N;\n", field.getKey(), field.getValue()))
                .toList();
    }

    /** The statements of a constructor that is given {@code bindings}. */
    CodeBlock assignments() {
        CodeBlock.Builder code = CodeBlock.builder();
        names.forEach((type, field) -> code.addStatement("this.$N = $L", field, RoutesWriter.create(types.get(type))));
        return code.build();
    }
}
