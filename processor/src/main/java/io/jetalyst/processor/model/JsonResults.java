package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeRef;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The classes that are sent and received as JSON, as far as the signatures of a controller name them. */
public final class JsonResults {
    private final Map<String, TypeRef.Declared> classes = new TreeMap<>();

    private JsonResults() {}

    /** Each class once, sorted by name: {@code Map} and {@code Room} for a {@code Map<String, Room>}. */
    public static Collection<TypeRef.Declared> of(ControllerModel controller) {
        JsonResults results = new JsonResults();
        for (RouteModel route : controller.routes()) {
            if (route.endpoint() instanceof RouteModel.Endpoint.Http http) {
                results.add(http.result());
            }
            route.bodies().stream()
                    .filter(body -> body.form() == BodyForm.JSON)
                    .forEach(body -> results.add(body.content()));
        }
        controller.errors().forEach(error -> results.add(error.result()));
        return results.classes.values();
    }

    private void add(ResultModel result) {
        if (result instanceof ResultModel.Json json) {
            add(json.type());
        } else if (result instanceof ResultModel.Wrapper wrapper) {
            add(wrapper.value());
        } else if (result instanceof ResultModel.Sequence sequence) {
            add(sequence.element());
        }
    }

    private void add(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            add(array.component());
        } else if (type instanceof TypeRef.Declared declared) {
            classes.put(declared.name().qualifiedName(), declared);
            declared.arguments().forEach(this::add);
        }
    }
}
