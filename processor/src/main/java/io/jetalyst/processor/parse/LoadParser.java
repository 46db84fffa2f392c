package io.jetalyst.processor.parse;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.ConverterModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Scalar;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the binding of parameters that a converter of the application converts. */
final class LoadParser {
    private final TypeDecl controller;
    private final PathTemplate path;
    private final ConverterParser converters;
    private final TextParser texts;
    private final Problems problems;

    LoadParser(TypeDecl controller, PathTemplate path, TextParser texts, Problems problems) {
        this.controller = controller;
        this.path = path;
        this.converters = new ConverterParser(controller, problems);
        this.texts = texts;
        this.problems = problems;
    }

    /**
     * A use of a converter within others.
     *
     * @param root the parameter of the handler
     * @param open the variables, each with its converter, that are being converted
     */
    record Use(ParamDecl root, List<String> open) {
        Use with(String more) {
            List<String> all = new ArrayList<>(open);
            all.add(more);
            return new Use(root, all);
        }
    }

    /** The class that converts the values of the parameter. */
    Optional<TypeDecl> converterOf(ParamDecl param) {
        return converters.of(param, Shape.of(param.type()).element(param.type()));
    }

    /** The place of a text in the request, with the texts for a request that has none. */
    record Where(Source source, String name, List<ValueDecl> defaultValues) {}

    /** The binding of a parameter that a class converts; empty if a problem was reported. */
    Optional<ParamModel> parse(ParamDecl param, Where where, TypeDecl type, Use use) {
        Optional<ConverterModel> found = converters.parse(type);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ConverterModel converter = found.get();
        boolean whole = fits(converter.value(), param.type());
        Shape shape = whole ? Shape.ONE : Shape.of(param.type());
        Optional<TypeRef> element = shape.element(param.type()).filter(inner -> fits(converter.value(), inner));
        if (element.isEmpty()) {
            otherType(param, converter);
            return Optional.empty();
        }
        if (where.source() == Source.PATH && shape.isSeveral()) {
            texts.unsupported(param, true);
            return Optional.empty();
        }
        if (shape == Shape.ROWS && !converter.isPlain()) {
            loadsRows(param, element.get());
            return Optional.empty();
        }
        ParamDecl last = last(converter);
        Conversion conversion = ConversionParser.parse(
                        last.type(), controller.name().packageName())
                .orElseThrow();
        if (converter.isPlain()) {
            return Optional.of(new ParamModel.Text(
                    param,
                    where.source(),
                    where.name(),
                    new Conversion.Custom(converter, conversion),
                    shape,
                    element.get(),
                    where.defaultValues()));
        }
        String key = where.name() + " " + type.name().qualifiedName();
        return arguments(converter, use.with(key))
                .map(arguments -> new ParamModel.Loaded(
                        param,
                        new ParamModel.Text(
                                param,
                                where.source(),
                                where.name(),
                                conversion,
                                textShape(where.source(), shape),
                                last.type(),
                                where.defaultValues()),
                        shape,
                        element.get(),
                        converter,
                        arguments));
    }

    private static ParamDecl last(ConverterModel converter) {
        List<ParamDecl> params = converter.method().params();
        return params.get(params.size() - 1);
    }

    private static Shape textShape(Source source, Shape shape) {
        if (shape == Shape.OPTIONAL) {
            return source == Source.PATH ? Shape.ONE : Shape.OPTIONAL;
        }
        return shape.isSeveral() ? Shape.LIST : Shape.ONE;
    }

    /** Whether a value of one type can be assigned to a variable of the other. */
    private static boolean fits(TypeRef value, TypeRef variable) {
        if (value.equals(variable)) {
            return true;
        }
        Optional<Scalar> scalar = Scalar.of(value);
        if (scalar.isPresent() && scalar.equals(Scalar.of(variable))) {
            return true; // a primitive and its box
        }
        return value instanceof TypeRef.Declared from
                && variable instanceof TypeRef.Declared to
                && to.arguments().isEmpty()
                && from.isA(to.name().qualifiedName());
    }

    private void otherType(ParamDecl param, ConverterModel converter) {
        Optional<AnnotationDecl> annotation = param.annotation(Vocabulary.CONVERT_WITH);
        Origin origin = annotation
                .map(given -> given.originOf(Vocabulary.VALUE))
                .orElse(converter.method().origin());
        problems.add(
                ProblemCode.CONVERTER_RESULT,
                origin,
                "The converter " + converter.name() + " returns "
                        + converter.method().result().text() + ", and the parameter " + param.name() + " has the type "
                        + param.type().text() + ".",
                "Let convert return the type or an Optional of it, or name another converter.");
    }

    private void loadsRows(ParamDecl param, TypeRef element) {
        problems.add(
                ProblemCode.UNSUPPORTED_TYPE,
                param.origin().ofType(),
                "The parameter " + param.name() + " has the type "
                        + param.type().text() + ", and its converter loads values for texts that are not empty.",
                "Take a List<" + element.text() + ">, or a List of Optional texts, and load the values in the method.");
    }

    /** The values for the parameters before the text; empty if a problem was reported. */
    private Optional<List<ParamModel>> arguments(ConverterModel converter, Use use) {
        List<ParamDecl> params = converter.method().params();
        List<ParamModel> arguments = new ArrayList<>();
        for (ParamDecl param : params.subList(0, params.size() - 1)) {
            Optional<ParamModel.Role> role = ParamModel.Role.of(param.type());
            (role.isPresent() && role.get() != ParamModel.Role.HANDSHAKE
                            ? Optional.<ParamModel>of(new ParamModel.Given(param, role.get()))
                            : variable(converter, param, use))
                    .ifPresent(arguments::add);
        }
        return arguments.size() == params.size() - 1 ? Optional.of(arguments) : Optional.empty();
    }

    private Optional<ParamModel> variable(ConverterModel converter, ParamDecl param, Use use) {
        List<Claim> claims = Claim.of(param);
        Optional<Claim> claim = claims.stream().findFirst();
        if (claim.isPresent() && claim.get().source() != Source.PATH) {
            problems.add(
                    ProblemCode.CONVERT_METHOD_FORM,
                    claim.get().annotation().origin(),
                    "The method convert of " + converter.name() + " takes " + param.name() + " with "
                            + claim.get().annotation().text() + ".",
                    "Let it take a path variable, or a Request, which has everything else.");
            return Optional.empty();
        }
        if (claim.isEmpty() && !param.nameKnown()) {
            problems.add(
                    ProblemCode.NAME_UNKNOWN,
                    param.origin(),
                    "The parameter names of " + converter.name() + ".convert are not in its class file.",
                    "Compile that library with -parameters, or give the name, as in @PathParam(\"…\").");
            return Optional.empty();
        }
        String name = claim.map(Claim::name).orElse(param.name());
        if (!path.variables().contains(name)) {
            problems.add(
                    ProblemCode.CONVERTER_VARIABLE,
                    use.root().origin(),
                    "The converter " + converter.name() + " of " + use.root().name() + " takes the path variable {"
                            + name + "}, and the path \"" + path.text() + "\" has none of this name.",
                    NearMatch.question(name, path.variables()) + "Add {" + name + "} to the path, or let "
                            + converter.name() + " take only the text.");
            return Optional.empty();
        }
        return converterOf(param)
                        .filter(type ->
                                use.open().contains(name + " " + type.name().qualifiedName()))
                        .isPresent()
                ? cycle(converter, param, name)
                : texts.variable(param, name, use);
    }

    private Optional<ParamModel> cycle(ConverterModel converter, ParamDecl param, String name) {
        problems.add(
                ProblemCode.CONVERTER_CYCLE,
                param.origin(),
                "The converter " + converter.name() + " needs " + param.name() + ", which is converted with a value of "
                        + converter.name() + " itself.",
                "Take the text of {" + name + "} instead, as in long " + param.name() + ".");
        return Optional.empty();
    }
}
