package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A class whose methods a table calls: its routes, and its methods that handle exceptions, in the order of the source. */
public record ControllerModel(TypeDecl type, List<RouteModel> routes, List<ErrorModel> errors) {
    public ControllerModel {
        routes = List.copyOf(routes);
        errors = List.copyOf(errors);
    }

    /** A class whose methods are not known because of its errors. */
    public static ControllerModel empty(TypeDecl type) {
        return new ControllerModel(type, List.of(), List.of());
    }

    /** The same controller with those routes whose paths and parameters could be read. */
    public ControllerModel linkable() {
        List<RouteModel> linkable =
                routes.stream().filter(RouteModel::isLinkable).toList();
        return new ControllerModel(type, linkable, List.of());
    }

    /** Whether there is nothing that a table could call. */
    public boolean isEmpty() {
        return routes.isEmpty() && errors.isEmpty();
    }

    /** Whether its methods handle the exceptions of all controllers. */
    public boolean isGlobal() {
        return type.annotation(Vocabulary.ERROR_HANDLERS).isPresent();
    }

    /** Whether one of its methods takes the session of the browser. */
    public boolean usesSessions() {
        return Stream.concat(
                        routes.stream().flatMap(route -> route.parts().stream()),
                        errors.stream().flatMap(error -> error.params().stream()))
                .anyMatch(ParamModel::isSession);
    }

    /** Whether a result is a page of jte. */
    public boolean usesTemplates() {
        Stream<ResultModel> ofRoutes = routes.stream()
                .flatMap(route -> route.endpoint() instanceof RouteModel.Endpoint.Http http
                        ? Stream.of(http.result())
                        : Stream.empty());
        return Stream.concat(ofRoutes, errors.stream().map(ErrorModel::result))
                .map(ResultModel::content)
                .anyMatch(new ResultModel.Leaf(ResultKind.JTE_MODEL)::equals);
    }

    /** All methods that the table calls. */
    public List<MethodDecl> methods() {
        return Stream.concat(
                        routes.stream().map(RouteModel::method), errors.stream().map(ErrorModel::method))
                .toList();
    }

    /** The classes of the filters that its routes have, each once, in the order of the table. */
    public List<TypeDecl> filters() {
        return table().stream()
                .flatMap(route -> route.filters().stream())
                .distinct()
                .toList();
    }

    /** The routes in the order of the table: by path and kind, and those that differ by media types in the order of the source. */
    public List<RouteModel> table() {
        return routes.stream()
                .sorted(Comparator.comparing((RouteModel route) -> route.path().text())
                        .thenComparing(route -> route.endpoint().order()))
                .toList();
    }

    /** The simple name of the generated table. */
    public String tableName() {
        return tableName(type.name());
    }

    private static String tableName(ClassRef controller) {
        return String.join("_", controller.simpleNames()) + "_Routes";
    }

    /** The qualified name of the generated table. */
    public String qualifiedTableName() {
        return qualifiedTableName(type.name());
    }

    /** The qualified name of the table that is generated for a class. */
    public static String qualifiedTableName(ClassRef controller) {
        String packageName = controller.packageName();
        return packageName.isEmpty() ? tableName(controller) : packageName + "." + tableName(controller);
    }

    /** The simple name of the class with the links to the routes. */
    public String linksName() {
        return String.join("_", type.name().simpleNames()) + "Links";
    }

    /** The qualified name of the class with the links to the routes. */
    public String qualifiedLinksName() {
        String packageName = type.name().packageName();
        return packageName.isEmpty() ? linksName() : packageName + "." + linksName();
    }

    /** {@code ChatController.page}: a method as people call it. */
    public String handler(MethodDecl method) {
        return type.name().simpleName() + "." + method.name();
    }
}
