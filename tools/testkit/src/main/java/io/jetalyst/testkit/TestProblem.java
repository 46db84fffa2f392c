package io.jetalyst.testkit;

import io.jetalyst.http.InputError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A problem document (RFC 9457) in a response of the application under test.
 *
 * <pre>{@code
 * TestProblem problem = http.post("/articles?page=x", Map.of("title", "")).expect(400).problem();
 * assertEquals("type", problem.error("page").code());
 * assertEquals("must be a whole number", problem.error("page").detail());
 * }</pre>
 */
public final class TestProblem {
    private final TestResponse response;
    private final Map<?, ?> members;
    private final List<InputError> errors;

    TestProblem(TestResponse response, Map<?, ?> members) {
        this.response = response;
        this.members = members;
        this.errors = members.get("errors") instanceof List<?> listed
                ? listed.stream().map(error -> error((Map<?, ?>) error)).toList()
                : List.of();
    }

    private static InputError error(Map<?, ?> members) {
        String in = text(members, "in");
        String name = in.equals(InputError.BODY) ? "pointer" : "name";
        return new InputError(in, text(members, name), text(members, "code"), text(members, "detail"));
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    public String title() {
        return text(members, "title");
    }

    public String detail() {
        return text(members, "detail");
    }

    /** Returns any other member that is a text, such as {@code instance}. */
    public Optional<String> member(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns the mistakes in the input of the request, in the order of the document; empty if it lists none. */
    public List<InputError> errors() {
        return errors;
    }

    /**
     * Returns the first mistake of a parameter, a field, or a member of the body.
     *
     * @param name the name of the parameter or the field; for the body a JSON pointer such as {@code /title}
     * @throws AssertionError if the document lists none of this name
     */
    public InputError error(String name) {
        return errors.stream()
                .filter(error -> error.isOf(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected an error of " + name + ": " + response));
    }

    /** Shows the request and the whole response. */
    @Override
    public String toString() {
        return response.toString();
    }
}
