package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.problem.NearMatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The variables of a path that no parameter takes, and the parameters that may be meant for one of them. */
record FreeVariables(List<String> variables, List<ParamDecl> params) {
    static FreeVariables of(PathTemplate path, MethodDecl method) {
        List<String> taken =
                method.params().stream().map(FreeVariables::variable).toList();
        return new FreeVariables(
                path.variables().stream()
                        .filter(variable -> !taken.contains(variable))
                        .toList(),
                method.params().stream()
                        .filter(param -> isScalar(param) && !path.variables().contains(variable(param)))
                        .toList());
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
