package io.jetalyst.processor.write;

import io.jetalyst.processor.model.BodyForm;
import io.jetalyst.processor.model.ParamModel;
import java.util.Locale;

/** Writes the expression that takes the body of the request. */
final class BodyWriter {
    private BodyWriter() {}

    /** {@code params.body(articleReader)}, {@code params.optionalText()}. */
    static CodeBlock write(String params, ParamModel.Body body, JsonFields fields) {
        String method = body.form().method();
        String name = body.optional()
                ? "optional" + method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1)
                : method;
        return body.form() == BodyForm.JSON
                ? CodeBlock.of("$N.$L($N)", params, name, fields.reader(body.content()))
                : CodeBlock.of("$N.$L()", params, name);
    }
}
