package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.References;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.problem.NearMatch;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The variables of a path that no parameter takes, and the parameters that may be meant for one of them. */
record FreeVariables(List<String> variables, List<ParamDecl> params) {
    /** @param references the records and converters, whose components and parameters take variables, too */
    static FreeVariables of(PathTemplate path, MethodDecl method, References references) {
        Set<String> taken = new HashSet<>();
        method.params().forEach(param -> take(param, references, 0, taken));
        return new FreeVariables(
                path.variables().stream()
                        .filter(variable -> !taken.contains(variable))
                        .toList(),
                method.params().stream()
                        .filter(param -> isScalar(param) && !path.variables().contains(variable(param)))
                        .toList());
    }

    /** @param depth the number of records around the parameter; a rule reports records that are nested deeper */
    private static void take(ParamDecl param, References references, int depth, Set<String> taken) {
        if (param.annotation(Vocabulary.PARAMS).isPresent()) {
            List<ParamDecl> components = references.records().getOrDefault(content(param.type()), List.of());
            if (depth < 2) {
                components.forEach(component -> take(component, references, depth + 1, taken));
            }
            return;
        }
        List<Claim> claims = Claim.of(param);
        if (claims.isEmpty() || claims.stream().anyMatch(claim -> claim.source() == Source.PATH)) {
            taken.add(variable(param));
        }
        converter(param)
                .map(references.converters()::get)
                .ifPresent(converter -> converter.handlers().stream()
                        .flatMap(convert -> convert.params().stream()
                                .limit(Math.max(0, convert.params().size() - 1)))
                        .filter(before -> !taken.contains(variable(before)))
                        .forEach(before -> take(before, references, depth, taken)));
    }

    /** The record that is submitted. */
    private static TypeRef content(TypeRef type) {
        return type instanceof TypeRef.Declared declared && declared.is(Vocabulary.SUBMITTED) && !declared.raw()
                ? declared.arguments().get(0)
                : type;
    }

    private static Optional<String> converter(ParamDecl param) {
        return param.annotation(Vocabulary.CONVERT_WITH)
                .flatMap(annotation -> annotation.value(Vocabulary.VALUE))
                .map(ValueDecl::text)
                .or(() -> Shape.of(param.type())
                        .element(param.type())
                        .filter(TypeRef.Declared.class::isInstance)
                        .flatMap(type -> ((TypeRef.Declared) type).facts().converter()));
    }

    private static String variable(ParamDecl param) {
        return Claim.of(param).stream()
                .filter(claim -> claim.source() == Source.PATH)
                .findFirst()
                .map(Claim::name)
                .orElse(param.name());
    }

    /** Whether the parameter has a type that a path variable may have, and no annotation that says otherwise. */
    private static boolean isScalar(ParamDecl param) {
        boolean annotated = Vocabulary.PARAMETERS.stream()
                .anyMatch(source -> param.annotation(source).isPresent());
        return !annotated
                && (!(param.type() instanceof TypeRef.Declared declared)
                        || declared.facts().kind() == Kind.ENUM
                        || converter(param).isPresent()
                        || declared.name().packageName().startsWith("java."));
    }

    /** The variable that this parameter was most likely meant to take: one of a similar name, or the only one for the only one. */
    Optional<String> meantBy(ParamDecl param) {
        Optional<String> same = variables.stream()
                .filter(variable -> plain(variable).equals(plain(param.name())))
                .findFirst();
        boolean only = variables.size() == 1 && params.equals(List.of(param));
        return same.or(() -> NearMatch.of(param.name(), variables))
                .or(() -> only ? Optional.of(variables.get(0)) : Optional.empty());
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
