package io.jetalyst.internal.body;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Headers;
import io.jetalyst.http.InputError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names in the {@code Content-Disposition} of a part (RFC 7578 §4.2). {@code filename*} is not read, because §4.2 forbids it.
 *
 * @param field the name of the field
 * @param file the name of the file as the client sent it; empty if the part is a text
 */
record PartName(String field, Optional<String> file) {
    /** @throws BindingProblem if the part has no name, or one that is malformed */
    static PartName of(Headers headers) {
        List<String> lines = headers.all("Content-Disposition");
        if (lines.size() != 1) {
            throw problem(InputError.REQUIRED, "has a part without a name");
        }
        Map<String, String> parameters = parameters(lines.get(0));
        String name = parameters.getOrDefault("name", "");
        if (name.isEmpty()) {
            throw problem(InputError.REQUIRED, "has a part without a name");
        }
        if (name.indexOf('\uFFFD') >= 0) { // the parser has replaced bytes
            throw problem(InputError.ENCODING, "has a name that is not valid UTF-8");
        }
        FormLimits.checkName(name);
        return new PartName(name, Optional.ofNullable(parameters.get("filename")));
    }

    private static Map<String, String> parameters(String field) {
        int end = field.indexOf(';');
        if (!field.substring(0, end < 0 ? field.length() : end).strip().equalsIgnoreCase("form-data")) {
            throw problem(InputError.ENCODING, "has a part that is not form-data");
        }
        Map<String, String> parameters = new HashMap<>();
        int at = end;
        while (at >= 0 && at < field.length()) {
            int equals = field.indexOf('=', at + 1);
            if (equals < 0) {
                if (!field.substring(at + 1).isBlank()) {
                    throw malformed();
                }
                break;
            }
            String key = field.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = value(field, equals + 1, value);
            if (parameters.put(key, value.toString()) != null) {
                throw malformed(); // one reader could take the first, another one the last
            }
        }
        return parameters;
    }

    /** Appends a token or a quoted string, and returns the index of the semicolon behind it, or the length of the field. */
    private static int value(String field, int start, StringBuilder value) {
        int at = start;
        while (at < field.length() && field.charAt(at) == ' ') {
            at++;
        }
        boolean quoted = at < field.length() && field.charAt(at) == '"';
        if (quoted) {
            at++;
            while (at < field.length() && field.charAt(at) != '"') {
                if (field.startsWith("\\\"", at)) { // browsers send other backslashes as they are
                    at++;
                }
                value.append(field.charAt(at++));
            }
            if (at == field.length()) {
                throw malformed();
            }
            at++;
        }
        int end = field.indexOf(';', at);
        end = end < 0 ? field.length() : end;
        String rest = field.substring(at, end).strip();
        if (quoted && !rest.isEmpty()) {
            throw malformed();
        }
        value.append(rest);
        return end;
    }

    private static BindingProblem malformed() {
        return problem(InputError.ENCODING, "has a part whose Content-Disposition is malformed");
    }

    private static BindingProblem problem(String code, String detail) {
        return FormDecoder.problem("", code, detail);
    }
}
