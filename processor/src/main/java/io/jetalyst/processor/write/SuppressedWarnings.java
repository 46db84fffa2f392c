package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.JsonTypesDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.LinkModel;
import io.jetalyst.processor.model.MessagesModel;
import io.jetalyst.processor.model.ParamModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The warnings that a table would cause because of what the user's code is, not because of how the table is written. */
final class SuppressedWarnings {
    private SuppressedWarnings() {}

    static List<String> of(ControllerModel controller, JsonTypesDecl json) {
        List<String> warnings = Stream.concat(
                        deprecations(controller).stream(), JsonTypesWriter.warnings(json).stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (controller.type().context().namedModule()) {
            // only where the package is exported, which nobody may ask before the table is there: javac 17 would fail
            warnings.addAll(List.of("exports", "missing-explicit-ctor"));
        }
        return warnings;
    }

    /** Those of naming what the user's code names. */
    static List<String> deprecations(ControllerModel controller) {
        MethodDecl constructor = controller.type().constructors().get(0);
        List<Deprecation> used = new ArrayList<>();
        used.add(controller.type().facts().deprecation());
        add(constructor, used);
        controller.methods().forEach(method -> add(method, used));
        controller.filters().forEach(filter -> {
            used.add(filter.facts().deprecation());
            add(filter.constructors().get(0), used);
        });
        controller.errors().stream()
                .flatMap(error -> error.exceptions().stream())
                .forEach(exception -> add(exception, used));
        controller.routes().stream().flatMap(route -> route.params().stream()).forEach(param -> add(param, used));
        return names(used);
    }

    static List<String> of(ControllerModel controller, List<LinkModel> links) {
        List<String> warnings = names(links.stream()
                .flatMap(link -> link.parameters().stream())
                .flatMap(param -> param.type().stream())
                .filter(Conversion.Constant.class::isInstance)
                .map(constant -> ((Conversion.Constant) constant).type().facts().deprecation())
                .toList());
        if (controller.type().context().namedModule()) {
            warnings.add("exports");
        }
        return warnings;
    }

    static List<String> of(MessagesModel messages) {
        List<Deprecation> used = new ArrayList<>();
        add(messages.root().type(), used);
        messages.kinds().forEach(kind -> add(kind.type(), used));
        List<String> warnings = names(used);
        if (messages.declaration().context().namedModule()) {
            warnings.add("exports");
        }
        return warnings;
    }

    private static List<String> names(List<Deprecation> used) {
        List<String> warnings = new ArrayList<>();
        if (used.contains(Deprecation.DEPRECATED) || used.contains(Deprecation.FOR_REMOVAL)) {
            warnings.add("deprecation"); // a method of a class for removal may be deprecated itself
        }
        if (used.contains(Deprecation.FOR_REMOVAL)) {
            warnings.add("removal");
        }
        return warnings;
    }

    /** Whether a collaborator has type arguments: the class of a {@code List<Room>} is that of a raw {@code List}. */
    static boolean uncheckedBind(TypeDecl type) {
        return type.constructors().get(0).params().stream()
                .map(ParamDecl::type)
                .anyMatch(SuppressedWarnings::parameterized);
    }

    private static void add(MethodDecl method, List<Deprecation> used) {
        used.add(method.deprecation());
        add(method.result(), used);
        method.params().forEach(param -> add(param.type(), used));
    }

    private static void add(ParamModel param, List<Deprecation> used) {
        if (param instanceof ParamModel.Text text && text.conversion() instanceof Conversion.Factory factory) {
            used.add(factory.method().deprecation());
        }
        if (param instanceof ParamModel.Submitted submitted) {
            add(submitted.content(), used);
        }
        if (param instanceof ParamModel.Bundle bundle) {
            bundle.components().forEach(component -> add(component.declaration().type(), used));
        }
        param.converter().ifPresent(converter -> {
            used.add(converter.type().facts().deprecation());
            add(converter.method(), used);
            add(converter.type().constructors().get(0), used);
        });
    }

    private static void add(TypeRef type, List<Deprecation> used) {
        if (type instanceof TypeRef.Declared declared) {
            used.add(declared.facts().deprecation());
            declared.arguments().forEach(argument -> add(argument, used));
        } else if (type instanceof TypeRef.Array array) {
            add(array.component(), used);
        }
    }

    private static boolean parameterized(TypeRef type) {
        return type instanceof TypeRef.Declared declared
                && !declared.arguments().isEmpty();
    }
}
