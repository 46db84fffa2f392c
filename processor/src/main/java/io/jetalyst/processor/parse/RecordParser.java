package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.JsonType;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the bindings of the components of a record with {@code @Params}. */
final class RecordParser {
    private final TypeDecl controller;
    private final String suggestions;
    private final Problems problems;

    /** @param hasBody whether the requests of the route have a body */
    RecordParser(TypeDecl controller, boolean hasBody, Problems problems) {
        this.controller = controller;
        this.suggestions = Source.suggestions(hasBody);
        this.problems = problems;
    }

    static boolean isRecord(ParamDecl param) {
        return param.annotation(Vocabulary.PARAMS).isPresent();
    }

    /** Whether a component of the record says where it comes from, so that the record is meant for {@code @Params}. */
    static boolean hasSources(TypeDecl controller, TypeRef type) {
        return controller.references().records().getOrDefault(type, List.of()).stream()
                .anyMatch(component -> !Claim.of(component).isEmpty());
    }

    /** Reports a record without {@code @Params}, whose components say where they come from. */
    ParamModel withoutParams(ParamDecl param) {
        problems.add(
                ProblemCode.PARAMS_FORGOTTEN,
                param.origin(),
                "The components of " + param.type().text() + " say where they come from, but the parameter "
                        + param.name() + " has no @Params.",
                "Write @Params before it, or @Body if the body is JSON.");
        return new ParamModel.Unusable(param, param.name());
    }

    /**
     * @param lacksSource whether nothing says where a component comes from
     * @param components the bindings of the components
     */
    ParamModel parse(ParamDecl param, Predicate<ParamDecl> lacksSource, Function<ParamDecl, ParamModel> components) {
        Optional<AnnotationDecl> other = param.annotations().stream()
                .filter(annotation -> Vocabulary.PARAMETERS.contains(annotation.type()))
                .filter(annotation -> !annotation.type().equals(Vocabulary.PARAMS))
                .findFirst();
        if (other.isPresent()) {
            problems.add(
                    ProblemCode.TWO_SOURCES,
                    other.get().origin(),
                    "The parameter " + param.name() + " has @Params and "
                            + other.get().text() + ".",
                    "Keep @Params, and annotate the components of the record.");
            return new ParamModel.Unusable(param, param.name());
        }
        if (!(param.type() instanceof TypeRef.Declared type) || !isRecord(type) || !JsonType.isConcrete(type)) {
            problems.add(
                    ProblemCode.PARAMS_WITHOUT_RECORD,
                    param.origin().ofType(),
                    "@Params needs a record, and " + param.name() + " has the type "
                            + param.type().text() + ".",
                    fix(param.type()));
            return new ParamModel.Unusable(param, param.name());
        }
        String packageName = controller.name().packageName();
        Optional<TypeRef.Declared> hidden = JsonType.hidden(type, packageName);
        if (hidden.isPresent()) {
            problems.add(
                    ProblemCode.PRIVATE_PARAMETER_TYPE,
                    param.origin().ofType(),
                    "The generated table cannot name " + hidden.get().text() + ", the type of " + param.name() + ".",
                    AccessFix.of(hidden.get(), packageName));
            return new ParamModel.Unusable(param, param.name());
        }
        List<ParamDecl> declared = controller.references().records().getOrDefault(type, List.of());
        List<ParamDecl> unbound = declared.stream().filter(lacksSource).toList();
        if (unbound.size() < 2) {
            return new ParamModel.Bundle(
                    param, type, declared.stream().map(components).toList());
        }
        withoutSources(type, unbound);
        return new ParamModel.Bundle(
                param,
                type,
                declared.stream()
                        .map(component -> unbound.contains(component)
                                ? new ParamModel.Unusable(component, component.name())
                                : components.apply(component))
                        .toList());
    }

    /** One mistake, as the whole record was most likely written for another purpose, such as a body. */
    private void withoutSources(TypeRef.Declared type, List<ParamDecl> unbound) {
        String last = unbound.get(unbound.size() - 1).name();
        String others = unbound.subList(0, unbound.size() - 1).stream()
                .map(ParamDecl::name)
                .collect(Collectors.joining(", "));
        problems.add(
                ProblemCode.NO_SOURCE,
                unbound.get(0).origin(),
                "Nothing says where the components " + others + " and " + last + " of " + type.text() + " come from.",
                "Before each, write " + suggestions + ", or give it the name of a path variable.");
    }

    /** Reports a record in a record that is in a record itself. */
    ParamModel tooDeep(ParamDecl param) {
        problems.add(
                ProblemCode.PARAMS_TOO_DEEP,
                param.origin(),
                "The component " + param.name() + " has @Params in a record that is a component itself.",
                "Move its components one record up.");
        return new ParamModel.Unusable(param, param.name());
    }

    private static boolean isRecord(TypeRef.Declared type) {
        return type.facts().kind() == Kind.RECORD;
    }

    private static String fix(TypeRef type) {
        boolean held = Shape.of(type)
                .element(type)
                .filter(element -> Shape.of(type) != Shape.ONE
                        && element instanceof TypeRef.Declared declared
                        && isRecord(declared))
                .isPresent();
        if (held) {
            return "Take the record itself; its components may be Optional, List or Set.";
        }
        boolean raw = type instanceof TypeRef.Declared declared && isRecord(declared);
        return raw
                ? "Give every type argument, without wildcards."
                : "Write a record whose components are the parameters, such as record Paging(@QueryParam int page) {}.";
    }
}
