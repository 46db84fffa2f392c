package io.jetalyst.internal.body;

import io.jetalyst.body.Form;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.EncodedFields;
import io.jetalyst.http.InputError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes {@code application/x-www-form-urlencoded}, which the URL standard defines. It repairs no text that is malformed. */
final class FormDecoder {
    private FormDecoder() {}

    /** @throws BindingProblem if the form has more or longer fields than {@link FormLimits} allows */
    static Form decode(byte[] bytes) {
        EncodedFields fields = EncodedFields.decode(new String(bytes, StandardCharsets.UTF_8), InputError.FORM);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String name : fields.names()) {
            FormLimits.checkName(name);
            texts.put(name, fields.texts(name));
        }
        return Form.of(texts, Map.of(), fields.errors());
    }

    static BindingProblem problem(String name, String code, String detail) {
        return new BindingProblem(new InputError(InputError.FORM, name, code, detail));
    }
}
