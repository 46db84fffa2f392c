package io.jetalyst.internal.body;

import io.jetalyst.body.Form;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.PercentEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes {@code application/x-www-form-urlencoded}, which the URL standard defines. It rejects malformed forms, and repairs none. */
final class FormDecoder {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int count;

    private FormDecoder() {}

    /** @throws BindingProblem if the form is malformed, or has more or longer fields than {@link FormLimits} allows */
    static Form decode(byte[] bytes) {
        return new FormDecoder().decode(text(bytes));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw problem("", InputError.ENCODING, "is not valid UTF-8");
        }
    }

    private Form decode(String text) {
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                add(text.substring(start, end));
            }
            start = end + 1;
        }
        return Form.of(fields);
    }

    private void add(String field) {
        if (++count > FormLimits.MAX_FIELDS) {
            throw problem("", InputError.COUNT, "has more than " + FormLimits.MAX_FIELDS + " fields");
        }
        int equals = field.indexOf('=');
        String coded = equals < 0 ? field : field.substring(0, equals);
        String name = PercentEncoding.decodeForm(coded)
                .orElseThrow(
                        () -> problem("", InputError.ENCODING, "has a name that " + PercentEncoding.mistake(coded)));
        FormLimits.checkName(name);
        String rest = equals < 0 ? "" : field.substring(equals + 1);
        String value = PercentEncoding.decodeForm(rest)
                .orElseThrow(() -> problem(name, InputError.ENCODING, PercentEncoding.mistake(rest)));
        fields.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
    }

    static BindingProblem problem(String name, String code, String detail) {
        return new BindingProblem(new InputError(InputError.FORM, name, code, detail));
    }
}
