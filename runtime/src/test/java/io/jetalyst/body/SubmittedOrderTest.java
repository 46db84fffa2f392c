package io.jetalyst.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.http.InputError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmittedOrderTest {
    private static InputError error(String name) {
        return new InputError(InputError.FORM, name, InputError.TYPE, "must be a whole number");
    }

    @Test
    void sortsErrorsByFieldsAlsoIfTheNameOfAFieldHasAnIndex() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("a", List.of("x"));
        texts.put("b[0]", List.of("x"));
        texts.put("tags", List.of("x", "y"));
        Submitted<String> form = Submitted.form(null, texts, List.of(error("tags[1]"), error("b[0]"), error("a")));
        assertEquals(
                List.of("a", "b[0]", "tags[1]"),
                form.errors().stream().map(InputError::name).toList());
    }
}
