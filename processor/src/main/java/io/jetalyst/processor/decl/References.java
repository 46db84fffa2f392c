package io.jetalyst.processor.decl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes that handlers, and their parameters, refer to.
 *
 * @param converters the classes that annotations name as converters, by qualified name; their handlers are their methods {@code convert}
 * @param filters the classes that annotations name as filters, by qualified name
 * @param records the components of each record whose components are parameters
 */
public record References(
        Map<String, TypeDecl> converters, Map<String, TypeDecl> filters, Map<TypeRef, List<ParamDecl>> records) {
    public static final References NONE = new References(Map.of(), Map.of(), Map.of());

    public References {
        converters = Map.copyOf(converters);
        filters = Map.copyOf(filters);
        records = Map.copyOf(records);
    }

    References withoutConstraints() {
        Map<String, TypeDecl> plainConverters = new HashMap<>();
        converters.forEach((name, converter) -> plainConverters.put(name, converter.withoutConstraints()));
        Map<TypeRef, List<ParamDecl>> plainRecords = new HashMap<>();
        records.forEach((type, components) -> plainRecords.put(
                type, components.stream().map(ParamDecl::withoutConstraints).toList()));
        return new References(plainConverters, filters, plainRecords);
    }
}
