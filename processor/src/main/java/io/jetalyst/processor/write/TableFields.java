package io.jetalyst.processor.write;

import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.ParamModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fields of a table besides the controller, and the names of local variables in its methods.
 *
 * @param reserved the names that no local variable may have
 */
record TableFields(JsonFields json, ConverterFields converters, Set<String> reserved) {
    /**
     * The names that no local variable may have: those that generated methods use themselves, and the types whose static methods they
     * call, as a variable obscures a type (JLS §6.4.2). A type whose simple name is taken begins with {@code io}.
     */
    private static final List<String> RESERVED = List.of(
            "context",
            "route",
            "handshake",
            "params",
            "controller",
            "io",
            "Optional",
            Names.CONVERTERS.simpleName(),
            Names.TIME_CONVERTERS.simpleName(),
            Names.PRIMITIVE_ARRAYS.simpleName(),
            Names.PARAMS.simpleName(),
            Names.RESULTS.simpleName(),
            Names.JTE_VIEWS.simpleName());

    static TableFields of(ControllerModel controller) {
        NameAllocator names = new NameAllocator(List.of("controller"));
        ConverterFields converters = new ConverterFields(controller, names);
        JsonFields json = new JsonFields(controller, names);
        Set<String> reserved = new HashSet<>(RESERVED);
        reserved.addAll(factories(controller));
        reserved.addAll(converters.names());
        reserved.addAll(json.names());
        return new TableFields(json, converters, reserved);
    }

    /** The outermost classes of types whose static methods convert texts. */
    private static Set<String> factories(ControllerModel controller) {
        Set<String> names = new TreeSet<>();
        controller.routes().stream()
                .flatMap(route -> route.parts().stream())
                .filter(ParamModel.Text.class::isInstance)
                .map(part -> ((ParamModel.Text) part).conversion())
                .map(conversion -> conversion instanceof Conversion.Custom custom ? custom.text() : conversion)
                .filter(Conversion.Factory.class::isInstance)
                .map(factory -> ((Conversion.Factory) factory)
                        .type()
                        .name()
                        .simpleNames()
                        .get(0))
                .forEach(names::add);
        return names;
    }

    boolean isEmpty() {
        return json.isEmpty() && converters.names().isEmpty();
    }

    /** The names of local variables in a method that reaches these fields. */
    NameAllocator locals() {
        return new NameAllocator(reserved);
    }

    List<CodeBlock> fields() {
        return Stream.concat(converters.fields().stream(), json.fields().stream())
                .toList();
    }

    /** The statements of a constructor that is given {@code bindings}. */
    CodeBlock assignments() {
        return CodeBlock.builder()
                .add(converters.assignments())
                .add(json.assignments())
                .build();
    }
}
