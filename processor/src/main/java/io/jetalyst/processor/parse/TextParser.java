package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.JavaWords;
import io.jetalyst.processor.model.JsonType;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.model.Token;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the source, the name and the conversion of parameters that are texts of the request. */
final class TextParser {
    private final TypeDecl type;
    private final PathTemplate path;
    private final boolean pathSound;
    private final ParamAdvice advice;
    private final LoadParser loads;
    private final Problems problems;

    TextParser(TypeDecl type, PathTemplate path, boolean pathSound, ParamAdvice advice, Problems problems) {
        this.type = type;
        this.path = path;
        this.pathSound = pathSound;
        this.advice = advice;
        this.loads = new LoadParser(type, path, this, problems);
        this.problems = problems;
    }

    /** @param component whether the parameter is a component of a record, which several routes may share */
    ParamModel parse(MethodDecl method, ParamDecl param, boolean component) {
        List<Claim> claims = Claim.of(param);
        if (claims.size() > 1) {
            twoSources(param, claims);
            return unusable(param, claims);
        }
        if (claims.isEmpty() && param.nameKnown() && !isVariable(param.name())) {
            return new ParamModel.Unusable(param, noSource(method, param, component));
        }
        boolean named = claims.stream().anyMatch(Claim::isNamed);
        if (!named && !param.nameKnown()) {
            nameUnknown(method, param);
            return unusable(param, claims);
        }
        return claims.stream()
                .findFirst()
                .map(claim -> claimed(param, claim))
                .orElseGet(() -> variable(param, param.name(), new LoadParser.Use(param, List.of())))
                .orElseGet(() -> unusable(param, claims));
    }

    /** Whether a component of a record has a type that a text is converted to, and neither a source nor a name like that of a path variable. */
    boolean lacksSource(ParamDecl component) {
        return pathSound
                && component.nameKnown()
                && Claim.of(component).isEmpty()
                && component.annotation(Vocabulary.DEFAULT_VALUE).isEmpty()
                && !isVariable(component.name())
                && NearMatch.of(component.name(), path.variables()).isEmpty()
                && !ParamAdvice.isBytes(component.type())
                && (convertible(component.type()).isPresent()
                        || loads.converterOf(component).isPresent());
    }

    private boolean isVariable(String name) {
        return path.variables().contains(name);
    }

    private void twoSources(ParamDecl param, List<Claim> claims) {
        problem(
                ProblemCode.TWO_SOURCES,
                claims.get(1).annotation().origin(),
                "The parameter " + param.name() + " has "
                        + claims.stream()
                                .map(claim -> claim.annotation().text())
                                .collect(Collectors.joining(" and "))
                        + ".",
                "Keep the one it comes from.");
    }

    /** Keeps the variable that was most likely meant from being reported as unbound as well. */
    private ParamModel unusable(ParamDecl param, List<Claim> claims) {
        if (loads.converterOf(param).isPresent()) {
            return new ParamModel.Unusable(param, ""); // its converter may need every variable
        }
        String name = claims.isEmpty() ? param.name() : claims.get(0).name();
        return new ParamModel.Unusable(
                param, NearMatch.of(name, path.variables()).orElse(name));
    }

    private Optional<ParamModel> claimed(ParamDecl param, Claim claim) {
        if (claim.source().isNamedByToken() && !Token.is(claim.name())) {
            problem(
                    ProblemCode.NAME_IS_NO_TOKEN,
                    claim.annotation().originOf(Vocabulary.VALUE),
                    "No request has " + claim.source().place() + " named \"" + claim.name() + "\".",
                    "Give a name of ASCII letters, digits and " + Token.MARKS + ".");
            return Optional.empty();
        }
        if (claim.source() != Source.PATH || isVariable(claim.name())) {
            return text(param, claim.source(), claim.name(), new LoadParser.Use(param, List.of()));
        }
        if (pathSound) { // otherwise the variable may be what is wrong with the path
            noSuchVariable(claim.annotation(), claim.name());
        }
        return Optional.empty();
    }

    private void noSuchVariable(AnnotationDecl annotation, String name) {
        problem(
                ProblemCode.NO_SUCH_VARIABLE,
                annotation.originOf(Vocabulary.VALUE),
                "@PathParam(\"" + name + "\") names no variable of the path \"" + path.text() + "\".",
                NearMatch.question(name, path.variables()) + "Name one of its variables, or add {" + name
                        + "} to the path.");
    }

    private void nameUnknown(MethodDecl method, ParamDecl param) {
        problem(
                ProblemCode.NAME_UNKNOWN,
                param.origin(),
                "The parameter names of " + method.declaredIn() + "." + method.name() + " are not in its class file.",
                "Compile that library with -parameters, or give the name, as in @QueryParam(\"…\").");
    }

    /** @return the variable that was most likely meant, or else the parameter's own name */
    private String noSource(MethodDecl method, ParamDecl param, boolean component) {
        Optional<String> meant = component
                ? NearMatch.of(param.name(), path.variables())
                : FreeVariables.of(path, method, type.references()).meantBy(param);
        Optional<AnnotationDecl> defaultValue = param.annotation(Vocabulary.DEFAULT_VALUE);
        boolean convertible = convertible(param.type()).isPresent()
                || loads.converterOf(param).isPresent();
        if (!convertible || ParamAdvice.isBytes(param.type())) {
            unsupported(param, meant.isPresent());
        } else if (defaultValue.isPresent()) {
            problem(
                    ProblemCode.DEFAULT_WITHOUT_QUERY,
                    defaultValue.get().origin(),
                    "@DefaultValue does not say where the parameter " + param.name() + " comes from.",
                    "Add " + Source.optionalOnes() + ".");
        } else if (pathSound) {
            problem(
                    ProblemCode.NO_SOURCE,
                    param.origin(),
                    "Nothing says where the parameter " + param.name() + " comes from"
                            + meant.map(variable -> ", and no parameter takes {" + variable + "}.")
                                    .orElse("."),
                    meant.map(variable -> bind(variable, param))
                            .orElseGet(() -> component ? componentSource() : source(param)));
        }
        return meant.orElse(param.name());
    }

    private static String bind(String variable, ParamDecl param) {
        String annotation = "@PathParam(\"" + variable + "\")";
        return JavaWords.canName(variable)
                ? "Rename " + param.name() + " to " + variable + ", or write " + annotation + "."
                : "Write " + annotation + ".";
    }

    private String componentSource() {
        return "Write " + Source.suggestions(advice.hasBody()) + ", or give it the name of a path variable.";
    }

    private String source(ParamDecl param) {
        return advice.misplacedMessage(param)
                .orElseGet(() -> ParamAdvice.sources(param) + (advice.hasBody() ? "@Body for the body, " : "")
                        + Source.suggestions(advice.hasBody()) + ", or add {" + param.name() + "} to the path \""
                        + path.text() + "\".");
    }

    /** The binding of a parameter to a path variable. */
    Optional<ParamModel> variable(ParamDecl param, String name, LoadParser.Use use) {
        return text(param, Source.PATH, name, use);
    }

    private Optional<ParamModel> text(ParamDecl param, Source source, String name, LoadParser.Use use) {
        List<ValueDecl> defaultValues = param.annotation(Vocabulary.DEFAULT_VALUE)
                .map(given -> given.values(Vocabulary.VALUE))
                .orElse(List.of());
        Optional<TypeDecl> converter = loads.converterOf(param);
        if (converter.isPresent()) {
            return hides(param)
                    ? Optional.empty()
                    : loads.parse(param, new LoadParser.Where(source, name, defaultValues), converter.get(), use);
        }
        Shape shape = Shape.of(param.type());
        if (isFile(param.type())) {
            return file(param, source, name, shape);
        }
        Optional<Conversion> conversion = convertible(param.type());
        boolean isContentOfFile = source == Source.FORM && ParamAdvice.isBytes(param.type());
        if (conversion.isEmpty() || source == Source.PATH && shape.isSeveral() || isContentOfFile) {
            unsupported(param, source == Source.PATH);
            return Optional.empty();
        }
        if (hides(param)) {
            return Optional.empty();
        }
        TypeRef element = shape.element(param.type()).orElseThrow();
        return Optional.of(new ParamModel.Text(param, source, name, conversion.get(), shape, element, defaultValues));
    }

    /** Reports a type that the generated table cannot name. */
    private boolean hides(ParamDecl param) {
        String packageName = type.name().packageName();
        Optional<TypeRef.Declared> hidden = JsonType.hidden(param.type(), packageName);
        hidden.ifPresent(named -> problem(
                ProblemCode.PRIVATE_PARAMETER_TYPE,
                param.origin().ofType(),
                "The generated table cannot name " + named.text() + ", the type of " + param.name() + ".",
                AccessFix.of(named, packageName)));
        return hidden.isPresent();
    }

    private static boolean isFile(TypeRef type) {
        return Shape.of(type)
                .element(type)
                .filter(element ->
                        element instanceof TypeRef.Declared declared && declared.is(Vocabulary.UPLOADED_FILE))
                .isPresent();
    }

    private Optional<ParamModel> file(ParamDecl param, Source source, String name, Shape shape) {
        if (source == Source.FORM && (!shape.isSeveral() || shape == Shape.LIST)) {
            return Optional.of(new ParamModel.Upload(param, name, shape));
        }
        unsupported(param, false);
        return Optional.empty();
    }

    private Optional<Conversion> convertible(TypeRef type) {
        Shape shape = Shape.of(type);
        boolean genericArray = shape == Shape.ARRAY && !JsonType.isConcrete(type);
        return shape.element(type)
                .filter(element -> !genericArray && Shape.of(element) == Shape.ONE && JsonType.isConcrete(element))
                .flatMap(element ->
                        ConversionParser.parse(element, this.type.name().packageName()));
    }

    /** @param variable whether the parameter has the name of a path variable */
    void unsupported(ParamDecl param, boolean variable) {
        problem(
                ProblemCode.UNSUPPORTED_TYPE,
                param.origin().ofType(),
                "The parameter " + param.name() + " has the type "
                        + param.type().text() + ", and no text of a request can be converted to it.",
                variable ? advice.fixOfVariable(param) : advice.fix(param));
    }

    private void problem(ProblemCode code, Origin origin, String what, String fix) {
        problems.add(code, origin, what, fix);
    }
}
