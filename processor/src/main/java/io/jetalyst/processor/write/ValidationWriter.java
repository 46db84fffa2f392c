package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.model.ControllerModel;
import io.jetalyst.processor.model.ParamModel;
import io.jetalyst.processor.model.Shape;
import io.jetalyst.processor.model.Validations;
import java.util.Locale;

/** Writes the statement that validates a parameter. */
final class ValidationWriter {
    private final ControllerModel controller;
    private final Validations validations;

    ValidationWriter(ControllerModel controller, Validations validations) {
        this.controller = controller;
        this.validations = validations;
    }

    /** The class that the validator knows: that of the body, or the holder of the parameter. */
    ClassRef type(ParamModel param) {
        return Validations.whole(param)
                .map(TypeRef.Declared::name)
                .orElseGet(() -> ConstraintsWriter.name(controller)
                        .nested(validations.holder(param).name()));
    }

    /** {@code articleValidation}. */
    static String field(ClassRef type) {
        String name = type.simpleNames().get(type.simpleNames().size() - 1);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "Validation";
    }

    /** {@code params.validate(articleValidation, article)}, {@code params.validate(listPageValidation, "query", "page", new …(page))}. */
    CodeBlock write(String params, ParamModel param, String field, String local) {
        boolean whole = Validations.whole(param).isPresent();
        if (param instanceof ParamModel.Body body) {
            CodeBlock value = body.optional() ? CodeBlock.of("$N.orElse(null)", local) : CodeBlock.of("$N", local);
            return whole
                    ? CodeBlock.of("$N.validate($N, $L)", params, field, value)
                    : held(params, param, field, "body", "", value);
        }
        ParamModel.Text text = (ParamModel.Text) param;
        CodeBlock value =
                text.shape() == Shape.OPTIONAL ? CodeBlock.of("$N.orElse(null)", local) : CodeBlock.of("$N", local);
        return held(params, param, field, text.source().binder(), text.name(), value);
    }

    private CodeBlock held(String params, ParamModel param, String field, String in, String name, CodeBlock value) {
        return CodeBlock.of("$N.validate($N, $S, $S, new $T($L))", params, field, in, name, type(param), value);
    }
}
