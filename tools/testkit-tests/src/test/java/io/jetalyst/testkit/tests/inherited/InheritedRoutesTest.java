package io.jetalyst.testkit.tests.inherited;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.filter.Context;
import io.jetalyst.filter.Filter;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sends requests to the routes that a controller inherits from a generic class and from a generic interface. */
class InheritedRoutesTest {
    private static final Filter AUDIT = (context, next) -> {
        String log = log(context);
        return next.proceed().map(response -> response.header("X-Log", log));
    };

    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
            .args(args)
            .filter(AUDIT)
            .mount(new NoteController_Routes())
            .build());

    private static String log(Context context) {
        return context.route()
                .flatMap(route -> route.annotation(Audited.class))
                .flatMap(audited -> audited.value("value"))
                .orElse("none");
    }

    @Test
    void bindsTheTypesOfTheController(TestHttp http) {
        assertEquals(
                new Note(7, "one"),
                http.post("/notes", new Note(7, "one")).expect(200).json(Note.class));
        assertEquals(new Note(7, "one"), http.get("/notes/7").expect(200).json(Note.class));
        assertArrayEquals(
                new Note[] {new Note(7, "one")}, http.get("/notes").expect(200).json(Note[].class));
        assertEquals(
                new Note(8, "two"),
                http.send(http.request("/notes/8")
                                .header("Content-Type", "application/json")
                                .PUT(http.json(new Note(0, "two"))))
                        .expect(200)
                        .json(Note.class));
        assertEquals("6", http.get("/notes/count?factor=3").expect(200).body());
        http.get("/notes/seven").expect(400);
        http.send(http.request("/notes/7").DELETE()).expect(204);
        http.get("/notes/7").expect(404);
    }

    @Test
    void readsAnnotationsOfSuperTypes(TestHttp http) {
        assertEquals("crud", http.get("/notes").header("X-Log"));
        assertEquals("crud", http.get("/notes/count").header("X-Log"), "a class comes before an interface");
        assertEquals("removals", http.send(http.request("/notes/7").DELETE()).header("X-Log"), "a method comes first");
    }
}
