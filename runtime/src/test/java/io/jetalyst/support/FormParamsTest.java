package io.jetalyst.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.body.Form;
import io.jetalyst.body.ReceivedBody;
import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.internal.pipeline.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormParamsTest {
    private static Params params(Map<String, List<String>> texts) {
        RequestContext context = new RequestContext(Request.builder("POST", "/").build(), null);
        context.received(new ReceivedBody() {
            @Override
            public Form form() {
                return Form.of(texts);
            }
        });
        return Params.of(context);
    }

    private static List<InputError> errors(Params params) {
        return assertThrows(BindingProblem.class, params::check).errors();
    }

    @Test
    void reportsTextInsteadOfFileOnce() {
        Params params = params(Map.of("photo", List.of("me.png")));
        params.file("photo");

        assertEquals(
                List.of(new InputError(
                        InputError.FORM,
                        "photo",
                        InputError.TYPE,
                        "must be a file, in a form of the type multipart/form-data")),
                errors(params));
    }

    @Test
    void reportsMissingFile() {
        Params params = params(Map.of("photo", List.of("")));
        params.file("photo");

        assertEquals(
                List.of(new InputError(InputError.FORM, "photo", InputError.REQUIRED, "is missing")), errors(params));
    }

    @Test
    void sortsErrorOfFileAmongThoseOfTheFields() {
        Params params =
                params(Map.of("year", List.of("x"), "copies", List.of("y"))).submitted();
        params.form("year").toInt();
        params.file("photo");
        params.form("copies").toInt();

        assertEquals(
                List.of("year", "photo", "copies"),
                params.submittedForm(null).errors().stream()
                        .map(InputError::name)
                        .toList());
    }

    @Test
    void keepsRowsOfFieldsThatTheUserLeftEmpty() {
        Params params = params(Map.of("label", List.of("a", "", "c"), "copies", List.of("1", "", "x")));

        assertEquals(
                List.of(Optional.of("a"), Optional.empty(), Optional.of("c")),
                params.form("label").rows(Converters.TEXT));
        assertEquals(
                List.of(Optional.of(1), Optional.empty(), Optional.empty()),
                params.form("copies").rows(Converters.INT));
        assertEquals(
                List.of(InputError.atIndex(InputError.FORM, "copies", 2, InputError.TYPE, "must be a whole number")),
                errors(params));
    }
}
