package io.jetalyst.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jetalyst.processor.decl.Source;
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
 * Writes the local variables of one route's method: first those that are read from the request, then those that converters of the application
 * load. A value that several parameters need is read or loaded once.
 */
final class BindingWriter {
    private final RouteModel route;
    private final TableFields fields;
    private final NameAllocator locals;
    private final Map<Object, String> names = new HashMap<>();
    private final Set<Object> written = new HashSet<>();
    private final CodeBlock.Builder reads = CodeBlock.builder();
    private final CodeBlock.Builder loads = CodeBlock.builder();
    /** Whether a load may report a mistake. */
    private boolean loadsReport;

    BindingWriter(RouteModel route, TableFields fields, NameAllocator locals) {
        this.route = route;
        this.fields = fields;
        this.locals = locals;
        route.params().stream()
                .filter(param -> !(param instanceof ParamModel.Given))
                .forEach(this::name);
    }

    /** The arguments of the method. */
    CodeBlock arguments() {
        return route.params().stream().map(this::value).collect(CodeBlock.joining(", "));
    }

    /** The statements before the call; to be asked for after the arguments. */
    CodeBlock statements() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (route.params().stream().allMatch(ParamModel.Given.class::isInstance)) {
            return code.build();
        }
        code.addStatement("$1T params = $1T.of(context)", Names.PARAMS).add(reads.build());
        Validations.validated(route)
                .forEach(param -> code.addStatement("$L", fields.json().validate(param, name(param))));
        code.addStatement("params.check()").add(loads.build());
        if (loadsReport) {
            code.addStatement("params.check()");
        }
        return code.build();
    }

    private CodeBlock value(ParamModel param) {
        if (param instanceof ParamModel.Given given) {
            return CodeBlock.of(given.role().expression());
        }
        String local = name(param);
        if (written.add(key(param))) {
            if (param instanceof ParamModel.Text text) {
                reads.addStatement("$T $N = $L", type(text), local, texts().write(text, route.path()));
            } else if (param instanceof ParamModel.Upload upload) {
                reads.addStatement(
                        "$T $N = $L", TypeNames.of(upload.declaration().type()), local, UploadWriter.write(upload));
            } else if (param instanceof ParamModel.Body body) {
                reads.addStatement(
                        "$T $N = $L",
                        TypeNames.of(body.declaration().type()),
                        local,
                        BodyWriter.write(body, fields.json()));
            } else if (param instanceof ParamModel.Loaded loaded) {
                load(loaded, local);
            } else if (param instanceof ParamModel.Bundle bundle) {
                create(bundle, local);
            } else {
                throw new IllegalArgumentException("checked code has no " + param);
            }
        }
        return CodeBlock.of("$N", local);
    }

    private TextWriter texts() {
        return new TextWriter(fields.converters(), locals);
    }

    /** A value that may be {@code null} after a mistake is no primitive. */
    private static TypeName type(ParamModel.Text text) {
        TypeName type = TypeNames.of(text.declaration().type());
        return text.conversion() instanceof Conversion.Custom && type.isPrimitive() ? type.box() : type;
    }

    private void load(ParamModel.Loaded loaded, String local) {
        LoadWriter writer = new LoadWriter(loaded, fields.converters(), locals);
        List<CodeBlock> arguments = loaded.arguments().stream().map(this::value).toList();
        String key = locals.allocate(local + capitalized(writer.key().name()));
        reads.addStatement("$T $N = $L", writer.keyType(), key, texts().write(loaded.text(), route.path()));
        loads.addStatement(
                "$T $N = $L",
                TypeNames.of(loaded.declaration().type()).box(),
                local,
                writer.write(arguments, key, TextWriter.param(loaded.text(), route.path())));
        loadsReport |= loaded.text().source() != Source.PATH;
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private void create(ParamModel.Bundle bundle, String local) {
        CodeBlock create = CodeBlock.of("() -> $L", construct(bundle));
        boolean isLoaded = bundle.parts().anyMatch(ParamModel.Loaded.class::isInstance);
        loadsReport |= isLoaded;
        CodeBlock components = components(bundle)
                .map(component -> CodeBlock.of("$S", component))
                .collect(CodeBlock.joining(", "));
        (isLoaded ? loads : reads)
                .addStatement(
                        "$T $N = params.all($L).create($L)", TypeNames.of(bundle.type()), local, components, create);
    }

    private CodeBlock construct(ParamModel.Bundle bundle) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (ParamModel component : bundle.components()) {
            arguments.add(component instanceof ParamModel.Bundle nested ? construct(nested) : value(component));
        }
        return CodeBlock.of(
                "new $T($L)", TypeNames.of(bundle.type()), arguments.stream().collect(CodeBlock.joining(", ")));
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
