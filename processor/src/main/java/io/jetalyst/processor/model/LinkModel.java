package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A method that returns the link to a route. Its parameters are the variables of the path, followed by the parameters of the query.
 *
 * @param name the name of the route's method
 * @param path the path of the route
 * @param variables the values of the path's variables, in their order
 * @param query the parameters of the query
 */
public record LinkModel(String name, PathTemplate path, List<Param> variables, List<Param> query) {
    /** Names that a static method without parameters cannot have, because each object has a method of the name. */
    private static final Set<String> OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    public LinkModel {
        variables = List.copyOf(variables);
        query = List.copyOf(query);
    }

    /**
     * A parameter of such a method.
     *
     * @param key the name in the path or in the query
     * @param name the name of the parameter
     * @param type the type of one value, whose text the route converts back to the same value; empty for a text
     * @param shape whether it takes one value, or several
     * @param isOptional whether {@code null} leaves it out
     */
    public record Param(String key, String name, Optional<Conversion> type, Shape shape, boolean isOptional) {
        private String signature() {
            String one = type.map(conversion -> conversion instanceof Scalar scalar
                            ? scalar.name()
                            : ((Conversion.Constant) conversion).type().text())
                    .orElse("TEXT");
            return shape.isSeveral() ? "several" : isOptional ? "boxed " + one : one;
        }
    }

    /**
     * The links to the routes of a controller, sorted by their names. A route has none if its link would have the same signature as a link with
     * another path, or with other names in the query.
     */
    public static List<LinkModel> of(ControllerModel controller) {
        Map<String, LinkModel> bySignature = new TreeMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (RouteModel route : controller.table()) {
            for (LinkModel link : of(route)) {
                LinkModel other = bySignature.putIfAbsent(link.signature(), link);
                if (other != null && !other.isSame(link) || link.isNamedLikeMethodOfObjects()) {
                    ambiguous.add(link.signature());
                }
            }
        }
        bySignature.keySet().removeAll(ambiguous);
        return List.copyOf(bySignature.values());
    }

    /** The link with all parameters, and the one without a query if no parameter of it is required. */
    private static List<LinkModel> of(RouteModel route) {
        Map<String, ParamModel.Text> texts = new LinkedHashMap<>();
        List<ParamModel.Text> queries = new ArrayList<>();
        for (ParamModel part : route.parts()) {
            if (part instanceof ParamModel.Text text && text.source() == Source.PATH) {
                texts.putIfAbsent(text.name(), text);
            } else if (part instanceof ParamModel.Text text
                    && text.source() == Source.QUERY
                    && queries.stream().noneMatch(other -> other.name().equals(text.name()))) {
                queries.add(text);
            }
        }
        List<Param> variables = route.path().variables().stream()
                .map(name -> new Param(
                        name, name, Optional.ofNullable(texts.get(name)).flatMap(LinkModel::type), Shape.ONE, false))
                .toList();
        List<Param> query = queries.stream().map(LinkModel::query).toList();
        LinkModel whole = new LinkModel(route.method().name(), route.path(), variables, query);
        boolean isOptional = !query.isEmpty() && query.stream().allMatch(Param::isOptional);
        return isOptional
                ? List.of(whole, new LinkModel(whole.name, whole.path, variables, List.of()))
                : List.of(whole);
    }

    private static Param query(ParamModel.Text text) {
        boolean isOptional = text.shape() != Shape.ONE || !text.defaultValues().isEmpty();
        return new Param(text.name(), text.declaration().name(), type(text), text.shape(), isOptional);
    }

    /** The type of a value whose text is certain: its {@code toString()}, or the name of a constant. */
    private static Optional<Conversion> type(ParamModel.Text text) {
        Conversion conversion =
                text.conversion() instanceof Conversion.Custom custom ? custom.text() : text.conversion();
        boolean isCertain = conversion instanceof Conversion.Constant
                || conversion instanceof Scalar scalar && scalar != Scalar.TEXT && scalar != Scalar.LOCALE;
        return isCertain ? Optional.of(conversion) : Optional.empty();
    }

    private String signature() {
        return name + parameters().stream().map(Param::signature).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Whether a link of the same signature is the same for all values. */
    private boolean isSame(LinkModel other) {
        return path.equals(other.path) && keys().equals(other.keys());
    }

    private List<String> keys() {
        return query.stream().map(Param::key).toList();
    }

    private boolean isNamedLikeMethodOfObjects() {
        return parameters().isEmpty() && OF_OBJECTS.contains(name);
    }

    /** All parameters of the method. */
    public List<Param> parameters() {
        List<Param> all = new ArrayList<>(variables);
        all.addAll(query);
        return all;
    }
}
