package io.jetalyst.internal.failure;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A problem in the form that the client prefers. */
public final class ProblemResponse {
    private ProblemResponse() {}

    /**
     * @param instance a name of this occurrence; empty if it has none
     * @param own the application's page for it; {@code null} if it has none
     * @param language of the sentences about mistakes, and of a page
     */
    static Response of(
            HttpProblem problem, Request request, String instance, @Nullable Response own, Language language) {
        ProblemForm form = ProblemForm.of(request);
        Response content = switch (form) {
            case DOCUMENT ->
                Response.bytes(MediaType.PROBLEM_JSON, json(problem, instance).getBytes(StandardCharsets.UTF_8));
            case PAGE -> own == null ? ProblemPage.of(problem, request, instance, language) : own;
            case TEXT -> ProblemText.of(problem, instance, language);
        };
        Response response = content.status(problem.status());
        for (HeaderField field : problem.headers()) {
            response = response.addHeader(field.name(), field.value());
        }
        Response dependent = response.vary("Accept");
        boolean isTranslated = form == ProblemForm.PAGE || !problem.errors().isEmpty();
        return isTranslated ? dependent.vary("Accept-Language") : dependent;
    }

    /** Written by hand: the runtime has no JSON library, and must be able to say so in JSON. */
    private static String json(HttpProblem problem, String instance) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("type", quoted("about:blank"));
        members.put("title", quoted(problem.status().reason()));
        members.put("status", Integer.toString(problem.status().code()));
        members.put("detail", quoted(problem.detail()));
        if (!instance.isEmpty()) {
            members.put("instance", quoted(instance));
        }
        if (!problem.errors().isEmpty()) {
            members.put("errors", errors(problem.errors()));
        }
        problem.members().forEach((name, value) -> members.putIfAbsent(name, quoted(value)));
        return object(members);
    }

    private static String errors(List<InputError> errors) {
        return errors.stream().map(ProblemResponse::error).collect(Collectors.joining(",", "[", "]"));
    }

    private static String error(InputError error) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("in", quoted(error.in()));
        members.put(error.in().equals(InputError.BODY) ? "pointer" : "name", quoted(error.name()));
        members.put("code", quoted(error.code()));
        members.put("detail", quoted(error.detail()));
        return object(members);
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A JSON string; what could end a script element or a line is escaped too. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
