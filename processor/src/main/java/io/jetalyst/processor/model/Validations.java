package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parameters of a controller that are validated. */
public final class Validations {
    private final Map<ParamDecl, Holder> holders = new IdentityHashMap<>();
    private final Map<String, Holder> inOrder = new LinkedHashMap<>();
    private final Map<String, ClassRef> classes = new TreeMap<>();
    private final Set<String> names = new HashSet<>();

    private Validations() {}

    /**
     * A generated record that holds a parameter, because a validator checks the members of classes.
     *
     * @param component the type of its one component {@code value}, with the constraints, as source code
     */
    public record Holder(String name, String component) {}

    public static Validations of(ControllerModel controller) {
        Validations validations = new Validations();
        for (RouteModel route : controller.table()) {
            validated(route).forEach(param -> validations.add(route, param));
        }
        return validations;
    }

    /** The parameters of a route that a validator checks, and such components of records with {@code @Params}. */
    public static Stream<ParamModel> validated(RouteModel route) {
        return route.params().stream().flatMap(Validations::validated);
    }

    /** The parameter, or its components, that a validator checks. */
    public static Stream<ParamModel> validated(ParamModel param) {
        return components(param).filter(Validations::isValidated);
    }

    private static Stream<ParamModel> components(ParamModel param) {
        if (param instanceof ParamModel.Submitted submitted) {
            return components(submitted.content());
        }
        return param instanceof ParamModel.Bundle bundle
                ? bundle.components().stream().flatMap(Validations::components)
                : Stream.of(param);
    }

    private static boolean isValidated(ParamModel param) {
        return (param instanceof ParamModel.Text || param instanceof ParamModel.Body)
                && !param.declaration().constraints().isEmpty();
    }

    /** The type of a body that is validated as it is: a record or a sealed type without constraints of the parameter itself. */
    public static Optional<TypeRef.Declared> whole(ParamModel param) {
        return isValidated(param)
                        && param instanceof ParamModel.Body body
                        && !param.declaration().constraints().own()
                        && body.content() instanceof TypeRef.Declared type
                        && type.arguments().isEmpty()
                        && (type.facts().kind() == Kind.RECORD || type.facts().sealed())
                ? Optional.of(type)
                : Optional.empty();
    }

    private void add(RouteModel route, ParamModel param) {
        param.declaration().constraints().classes().forEach(type -> classes.put(type.qualifiedName(), type));
        if (whole(param).isEmpty() && !holders.containsKey(param.declaration())) {
            String name =
                    capital(route.method().name()) + capital(param.declaration().name());
            String free = name;
            for (int i = 2; !names.add(free); i++) {
                free = name + i;
            }
            Holder holder = new Holder(free, param.declaration().constraints().component());
            holders.put(param.declaration(), holder);
            inOrder.put(free, holder);
        }
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    public boolean isEmpty() {
        return classes.isEmpty() && holders.isEmpty();
    }

    /** The holder of a parameter that is not validated as it is. */
    public Holder holder(ParamModel param) {
        return holders.get(param.declaration());
    }

    public Collection<Holder> holders() {
        return inOrder.values();
    }

    /** The classes whose adapters are needed besides those of the holders, sorted by name. */
    public Collection<ClassRef> classes() {
        return classes.values();
    }

    /** The simple name of the class around the holders. */
    public static String className(ControllerModel controller) {
        return String.join("_", controller.type().name().simpleNames()) + "_Constraints";
    }
}
