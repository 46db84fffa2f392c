package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.Conversion;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.RouteModel;
import io.jetalyst.processor.model.Validations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the local variables of one route: first those that are read from the request, then those that converters of the application
 * load. A value that several parameters need is read or loaded once.
 */
final class BindingWriter {
    /** The variable that has the parameters of the request. */
    static final String PARAMS = "params";

    private final RouteModel route;
    private final TableFields fields;
    private final NameAllocator locals;
    private final boolean shares;
    private final Map<Object, String> names = new HashMap<>();
    private final Set<Object> written = new HashSet<>();
    private final CodeBlock.Builder reads = CodeBlock.builder();
    private final CodeBlock.Builder loads = CodeBlock.builder();
    /** The variable that has the parameters of what a user has submitted, with their mistakes. */
    private String submittedParams = PARAMS;
    /** Whether a load may report a mistake. */
    private boolean loadsReport;

    /** @param shares whether another method may take the same values of the same request */
    BindingWriter(RouteModel route, TableFields fields, NameAllocator locals, boolean shares) {
        this.route = route;
        this.fields = fields;
        this.locals = locals;
        this.shares = shares;
        for (ParamModel param : route.params()) {
            if (param instanceof ParamModel.Submitted submitted) {
                name(submitted.content());
                submittedParams = locals.allocate(submitted.declaration().name() + "Params");
            } else if (!(param instanceof ParamModel.Given)) {
                name(param);
            }
        }
    }

    /** Whether the route has a parameter that is read from the request. */
    static boolean binds(RouteModel route) {
        return !route.params().stream().allMatch(ParamModel.Given.class::isInstance);
    }

    /** The arguments of the method. */
    CodeBlock arguments() {
        return route.params().stream().map(this::argument).collect(CodeBlock.joining(", "));
    }

    private CodeBlock argument(ParamModel param) {
        return param instanceof ParamModel.Submitted submitted ? submitted(submitted.content()) : value(param, PARAMS);
    }

    /** The statements before the call; to be asked for after the arguments. */
    CodeBlock statements() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!binds(route)) {
            return code.build();
        }
        code.add(reads.build());
        for (ParamModel param : route.params()) {
            String params = param instanceof ParamModel.Submitted ? submittedParams : PARAMS;
            Validations.validated(param)
                    .forEach(part -> code.addStatement(
                            "$L", fields.json().validate(isInPath(part) ? PARAMS : params, part, name(part))));
        }
        code.addStatement("$N.check()", PARAMS).add(loads.build());
        if (loadsReport) {
            code.addStatement("$N.check()", PARAMS);
        }
        return code.build();
    }

    /** {@code signUpParams.submittedForm(signUp)}. */
    private CodeBlock submitted(ParamModel content) {
        reads.addStatement("$T $N = $N.submitted()", Names.PARAMS, submittedParams, PARAMS);
        return CodeBlock.of(
                "$N.$L($L)",
                submittedParams,
                content instanceof ParamModel.Body ? "submittedBody" : "submittedForm",
                value(content, submittedParams));
    }

    /**
     * The expression for a value, whose statements are written with the first use.
     *
     * @param params the variable that has the parameters
     */
    private CodeBlock value(ParamModel param, String params) {
        if (param instanceof ParamModel.Given given) {
            return CodeBlock.of(given.role().expression());
        }
        String local = name(param);
        if (written.add(key(param))) {
            if (param instanceof ParamModel.Text text) {
                reads.addStatement(
                        "$T $N = $L", type(text), local, texts(text, params).write(text, route.path()));
            } else if (param instanceof ParamModel.Upload upload) {
                reads.addStatement(
                        "$T $N = $L", upload.declaration().type(), local, UploadWriter.write(params, upload));
            } else if (param instanceof ParamModel.Body body) {
                reads.addStatement(
                        "$T $N = $L", body.declaration().type(), local, BodyWriter.write(params, body, fields.json()));
            } else if (param instanceof ParamModel.Loaded loaded) {
                load(loaded, local, params);
            } else if (param instanceof ParamModel.Bundle bundle) {
                create(bundle, local, params);
            } else {
                throw new IllegalArgumentException("checked code has no " + param);
            }
        }
        return CodeBlock.of("$N", local);
    }

    /** A user does not enter path variables in a form, so a mistake in one is always an error of the request. */
    private TextWriter texts(ParamModel.Text text, String params) {
        return new TextWriter(isInPath(text) ? PARAMS : params, fields.converters(), locals);
    }

    private static boolean isInPath(ParamModel param) {
        return param instanceof ParamModel.Text text && text.source() == Source.PATH;
    }

    /** A value that may be {@code null} after a mistake is no primitive. */
    private static CodeBlock type(ParamModel.Text text) {
        TypeRef type = text.declaration().type();
        return text.conversion() instanceof Conversion.Custom ? TypeNames.boxed(type) : CodeBlock.of("$T", type);
    }

    private void load(ParamModel.Loaded loaded, String local, String params) {
        LoadWriter writer = new LoadWriter(loaded, fields.converters(), locals, shares);
        List<CodeBlock> arguments = loaded.arguments().stream()
                .map(argument -> value(argument, params))
                .toList();
        String key = locals.allocate(local + capitalized(writer.key().name()));
        TextWriter texts = texts(loaded.text(), params);
        reads.addStatement("$T $N = $L", writer.keyType(), key, texts.write(loaded.text(), route.path()));
        CodeBlock value = writer.write(arguments, key, texts.param(loaded.text(), route.path()));
        boolean isSubmitted = !params.equals(PARAMS) && !isInPath(loaded.text());
        loads.addStatement(
                "$T $N = $L",
                TypeNames.boxed(loaded.declaration().type()),
                local,
                isSubmitted ? CodeBlock.of("$N.load(() -> $L)", params, value) : value);
        loadsReport |= !isSubmitted && !isInPath(loaded.text());
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void create(ParamModel.Bundle bundle, String local, String params) {
        CodeBlock create = CodeBlock.of("() -> $L", construct(bundle, params));
        boolean isSubmitted = !params.equals(PARAMS);
        boolean isLoaded = bundle.parts().stream().anyMatch(ParamModel.Loaded.class::isInstance);
        loadsReport |= isLoaded && !isSubmitted;
        CodeBlock components = components(bundle)
                .map(component -> CodeBlock.of("$S", component))
                .collect(CodeBlock.joining(", "));
        (isLoaded || isSubmitted ? loads : reads)
                .addStatement("$T $N = $N.all($L).create($L)", bundle.type(), local, params, components, create);
    }

    private CodeBlock construct(ParamModel.Bundle bundle, String params) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (ParamModel component : bundle.components()) {
            arguments.add(
                    component instanceof ParamModel.Bundle nested
                            ? construct(nested, params)
                            : value(component, params));
        }
        return CodeBlock.of("new $T($L)", bundle.type(), arguments.stream().collect(CodeBlock.joining(", ")));
    }

    /** The texts and files of a record and of those within it: {@code query page}. */
    private static Stream<String> components(ParamModel param) {
        if (param instanceof ParamModel.Bundle bundle) {
            return bundle.components().stream().flatMap(BindingWriter::components);
        }
        if (param instanceof ParamModel.Loaded loaded) {
            return components(loaded.text());
        }
        if (param instanceof ParamModel.Upload upload) {
            return Stream.of(Source.FORM.binder() + " " + upload.name());
        }
        return param instanceof ParamModel.Text text
                ? Stream.of(text.source().binder() + " " + text.name())
                : Stream.empty();
    }

    private String name(ParamModel param) {
        return names.computeIfAbsent(
                key(param), any -> locals.allocate(param.declaration().name()));
    }

    /** Parameters with the same key have the same value: those of the same type that bind to the same path variable. */
    private static Object key(ParamModel param) {
        if (param instanceof ParamModel.Text text && text.source() == Source.PATH) {
            return List.of(text.name(), text.declaration().type(), text.conversion());
        }
        return param instanceof ParamModel.Loaded loaded && loaded.text().source() == Source.PATH
                ? List.of(
                        loaded.text().name(),
                        loaded.declaration().type(),
                        loaded.by().type().name())
                : param.declaration().origin();
    }
}
