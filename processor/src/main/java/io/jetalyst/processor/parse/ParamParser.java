package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.JavaWords;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Scalar;
import io.jetalyst.processor.model.Source;
import io.jetalyst.processor.problem.AccessFix;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what each parameter of a route's method is given. */
final class ParamParser {
    private static final Map<String, ParamModel.Role> FRAMEWORK = Map.of(
            Vocabulary.REQUEST, ParamModel.Role.REQUEST,
            Vocabulary.CONTEXT, ParamModel.Role.CONTEXT,
            Vocabulary.HANDSHAKE, ParamModel.Role.HANDSHAKE);

    private final TypeDecl type;
    private final PathTemplate path;
    private final boolean pathSound;
    private final ParamAdvice advice;
    private final Problems problems;

    ParamParser(TypeDecl type, AnnotationDecl route, PathTemplate path, boolean pathSound, Problems problems) {
        this.type = type;
        this.path = path;
        this.pathSound = pathSound;
        this.advice = new ParamAdvice(route);
        this.problems = problems;
    }

    List<ParamModel> parse(MethodDecl method) {
        List<ParamModel> params = new ArrayList<>();
        boolean listener = advice.isListener(method);
        for (ParamDecl param : method.params()) {
            boolean rest = method.varargs() && params.size() == method.params().size() - 1;
            boolean told = rest || listener || method.leavesOpen(param.type()); // by a rule for the method
            params.add(told ? new ParamModel.Unusable(param, param.name()) : parse(method, param));
        }
        return params;
    }

    private ParamModel parse(MethodDecl method, ParamDecl param) {
        if (param.type() instanceof TypeRef.Declared declared
                && FRAMEWORK.containsKey(declared.name().qualifiedName())) {
            return framework(param, declared);
        }
        Optional<AnnotationDecl> pathParam = param.annotation(Vocabulary.PATH_PARAM);
        Optional<AnnotationDecl> queryParam = param.annotation(Vocabulary.QUERY_PARAM);
        if (pathParam.isPresent() && queryParam.isPresent()) {
            problem(
                    ProblemCode.TWO_SOURCES,
                    queryParam.get().origin(),
                    "The parameter " + param.name() + " has @PathParam and @QueryParam.",
                    "Keep the one it comes from.");
            return unusable(param, pathParam);
        }
        if (pathParam.isEmpty() && queryParam.isEmpty() && param.nameKnown() && isUnbound(param)) {
            return new ParamModel.Unusable(param, noSource(method, param));
        }
        return source(method, param, pathParam, queryParam)
                .<ParamModel>flatMap(source -> value(param, source))
                .orElseGet(() -> unusable(param, pathParam.or(() -> queryParam)));
    }

    private boolean isUnbound(ParamDecl param) {
        return !path.variables().contains(param.name());
    }

    /** Keeps the variable that was most likely meant from being told as unbound as well. */
    private ParamModel unusable(ParamDecl param, Optional<AnnotationDecl> source) {
        String name = source.map(annotation -> nameIn(annotation, param)).orElse(param.name());
        return new ParamModel.Unusable(
                param, NearMatch.of(name, path.variables()).orElse(name));
    }

    private ParamModel framework(ParamDecl param, TypeRef.Declared declared) {
        for (AnnotationDecl annotation : param.annotations()) {
            if (!Vocabulary.PARAMETERS.contains(annotation.type())) {
                continue;
            }
            problem(
                    ProblemCode.SOURCE_NOT_NEEDED,
                    annotation.origin(),
                    annotation.text() + " says nothing about a parameter of type " + declared.text() + ".",
                    "Remove it: the framework gives the " + declared.text() + " by its type.");
        }
        return new ParamModel.Framework(param, FRAMEWORK.get(declared.name().qualifiedName()));
    }

    /** Where a parameter comes from, and under which name. */
    private record Place(Source source, String name) {}

    private Optional<Place> source(
            MethodDecl method,
            ParamDecl param,
            Optional<AnnotationDecl> pathParam,
            Optional<AnnotationDecl> queryParam) {
        if (pathParam.isPresent()) {
            return variable(pathParam.get(), nameIn(pathParam.get(), param));
        }
        boolean named =
                queryParam.flatMap(query -> query.value(Vocabulary.VALUE)).isPresent();
        if (!named && !param.nameKnown()) {
            nameUnknown(method, param);
            return Optional.empty();
        }
        if (queryParam.isPresent()) {
            return Optional.of(new Place(Source.QUERY, nameIn(queryParam.get(), param)));
        }
        return Optional.of(new Place(Source.PATH, param.name()));
    }

    private static String nameIn(AnnotationDecl annotation, ParamDecl param) {
        return annotation
                .value(Vocabulary.VALUE)
                .map(ValueDecl::text)
                .filter(text -> !text.isEmpty())
                .orElse(param.name());
    }

    private Optional<Place> variable(AnnotationDecl annotation, String name) {
        if (path.variables().contains(name)) {
            return Optional.of(new Place(Source.PATH, name));
        }
        if (!pathSound) {
            return Optional.empty(); // the variable may be what is wrong with the path
        }
        problem(
                ProblemCode.NO_SUCH_VARIABLE,
                annotation.originOf(Vocabulary.VALUE),
                "@PathParam(\"" + name + "\") names no variable of the path \"" + path.text() + "\".",
                NearMatch.question(name, path.variables()) + "Name one of its variables, or add {" + name
                        + "} to the path.");
        return Optional.empty();
    }

    private void nameUnknown(MethodDecl method, ParamDecl param) {
        problem(
                ProblemCode.NAME_UNKNOWN,
                param.origin(),
                "The parameter names of " + method.declaredIn() + "." + method.name() + " are not in its class file.",
                "Compile that library with -parameters, or give the name: @PathParam(\"…\") or @QueryParam(\"…\").");
    }

    /** @return the variable that was most likely meant, or else the parameter's own name */
    private String noSource(MethodDecl method, ParamDecl param) {
        Optional<String> meant = FreeVariables.of(path, method).meantBy(param);
        Optional<AnnotationDecl> defaultValue = param.annotation(Vocabulary.DEFAULT_VALUE);
        if (convertible(param.type()).isEmpty()) {
            unsupported(param);
        } else if (defaultValue.isPresent()) {
            problem(
                    ProblemCode.DEFAULT_WITHOUT_QUERY,
                    defaultValue.get().origin(),
                    "@DefaultValue does not say where the parameter " + param.name() + " comes from.",
                    "Add @QueryParam.");
        } else if (pathSound) {
            problem(
                    ProblemCode.NO_SOURCE,
                    param.origin(),
                    "Nothing says where the parameter " + param.name() + " comes from"
                            + meant.map(variable -> ", and no parameter takes {" + variable + "}.")
                                    .orElse("."),
                    meant.map(variable -> bind(variable, param)).orElseGet(() -> source(param)));
        }
        return meant.orElse(param.name());
    }

    private static String bind(String variable, ParamDecl param) {
        String annotation = "@PathParam(\"" + variable + "\")";
        return JavaWords.canName(variable)
                ? "Rename " + param.name() + " to " + variable + ", or write " + annotation + "."
                : "Write " + annotation + ".";
    }

    private String source(ParamDecl param) {
        return advice.misplacedMessage(param)
                .orElseGet(() -> "Write @QueryParam for the query string, or add {" + param.name() + "} to the path \""
                        + path.text() + "\".");
    }

    private Optional<ParamModel> value(ParamDecl param, Place place) {
        Optional<Conversion> conversion = convertible(param.type());
        if (conversion.isEmpty()) {
            unsupported(param);
            return Optional.empty();
        }
        if (conversion.get() instanceof Conversion.Constant constant
                && !constant.type().visibleIn(type.name().packageName())) {
            problem(
                    ProblemCode.PRIVATE_PARAMETER_TYPE,
                    param.origin(),
                    "The generated table cannot name " + constant.type().text() + ", the type of " + param.name() + ".",
                    AccessFix.of(constant.type(), type.name().packageName()));
            return Optional.empty();
        }
        return Optional.of(new ParamModel.Value(
                param,
                place.source(),
                place.name(),
                conversion.get(),
                isOptional(param.type()),
                param.annotation(Vocabulary.DEFAULT_VALUE).flatMap(given -> given.value(Vocabulary.VALUE))));
    }

    private static boolean isOptional(TypeRef type) {
        return type instanceof TypeRef.Declared declared && declared.is("java.util.Optional");
    }

    private static Optional<Conversion> convertible(TypeRef type) {
        if (isOptional(type)) {
            List<TypeRef> arguments = ((TypeRef.Declared) type).arguments();
            return arguments.isEmpty() || isOptional(arguments.get(0))
                    ? Optional.empty()
                    : convertible(arguments.get(0));
        }
        if (type instanceof TypeRef.Declared declared && declared.facts().kind() == Kind.ENUM) {
            return Optional.of(new Conversion.Constant(declared));
        }
        return Scalar.of(type).map(scalar -> scalar);
    }

    private void unsupported(ParamDecl param) {
        problem(
                ProblemCode.UNSUPPORTED_TYPE,
                param.origin(),
                "The parameter " + param.name() + " has the type "
                        + param.type().text() + ", which no value of a request is converted to.",
                advice.fix(param));
    }

    private void problem(ProblemCode code, Origin origin, String what, String fix) {
        problems.add(code, origin, what, fix);
    }
}
