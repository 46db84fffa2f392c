package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.TypeDecl;
import java.util.Comparator;
import java.util.List;

/** A controller and its routes, in the order of the source. */
public record ControllerModel(TypeDecl type, List<RouteModel> routes) {
    public ControllerModel {
        routes = List.copyOf(routes);
    }

    /** The routes in the order of the table, which does not change when methods are moved: by path, kind and method. */
    public List<RouteModel> table() {
        return routes.stream()
                .sorted(Comparator.comparing((RouteModel route) -> route.path().text())
                        .thenComparing(route -> route.endpoint().order())
                        .thenComparing(route -> route.method().signature()))
                .toList();
    }

    /** The simple name of the generated table. */
    public String tableName() {
        return String.join("_", type.name().simpleNames()) + "_Routes";
    }

    /** The qualified name of the generated table. */
    public String qualifiedTableName() {
        String packageName = type.name().packageName();
        return packageName.isEmpty() ? tableName() : packageName + "." + tableName();
    }

    /** {@code ChatController.page}: a route's method as people call it. */
    public String handler(RouteModel route) {
        return type.name().simpleName() + "." + route.method().name();
    }
}
