package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.JsonAdapterDecl;
import io.jetalyst.processor.decl.JsonTypesDecl.Cause;
import io.jetalyst.processor.decl.JsonTypesDecl.Fault;
import io.jetalyst.processor.decl.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds out whether generated code can name a type of JSON: the class that describes it, and the adapter of avaje-jsonb. */
final class JsonAccess {
    private final TypeRefReader typeRefs;
    private final AdapterReader adapters;
    private final ClassRef owner;
    private final JsonOrigins origins;

    JsonAccess(TypeRefReader typeRefs, AdapterReader adapters, ClassRef owner, JsonOrigins origins) {
        this.typeRefs = typeRefs;
        this.adapters = adapters;
        this.owner = owner;
        this.origins = origins;
    }

    /** Why generated code cannot name this type of the application; empty if it can. */
    Optional<Fault> fault(TypeElement type) {
        TypeRef.Declared named = new TypeRef.Declared(typeRefs.name(type), List.of(), typeRefs.facts(type));
        if (!adapters.isOurs(named, owner)) {
            return Optional.empty();
        }
        if (!named.visibleIn(owner.packageName()) && !adapters.isAnnotated(named)) {
            return Optional.of(hidden(type, named.name()));
        }
        return adapters.isOutOfReach(named, owner) && !isPlain(type)
                ? Optional.of(outOfReach(type, named.name()))
                : Optional.empty();
    }

    /** The adapter of a record that avaje-jsonb cannot name; empty if avaje-jsonb generates one. */
    Optional<JsonAdapterDecl> adapter(TypeElement type) {
        TypeRef.Declared named = new TypeRef.Declared(typeRefs.name(type), List.of(), typeRefs.facts(type));
        if (!adapters.isOutOfReach(named, owner)) {
            return Optional.empty();
        }
        return Optional.of(new JsonAdapterDecl(
                named.name(),
                type.getRecordComponents().stream()
                        .map(component -> new JsonAdapterDecl.Component(
                                component.getSimpleName().toString(), typeRefs.read(component.asType())))
                        .toList(),
                origins.of(type)));
    }

    /** Whether the JSON of a record has its components as members, and their types are known in full. */
    private boolean isPlain(TypeElement type) {
        return type.getTypeParameters().isEmpty()
                && !JsonMembers.isOfLibrary(type)
                && type.getRecordComponents().stream()
                        .allMatch(component ->
                                JsonMembers.places(type, component).stream().noneMatch(JsonMembers::isOfLibrary)
                                        && isComplete(typeRefs.read(component.asType())));
    }

    private static boolean isComplete(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return isComplete(array.component());
        }
        return type instanceof TypeRef.Primitive
                || type instanceof TypeRef.Declared declared
                        && !declared.raw()
                        && declared.arguments().stream().allMatch(JsonAccess::isComplete);
    }

    private Fault hidden(TypeElement type, ClassRef name) {
        String nested = name.simpleNames().size() > 1 ? " and the classes around it" : "";
        boolean samePackage = name.packageName().equals(owner.packageName());
        return new Fault(
                Cause.HIDDEN,
                "The generated class for the JSON of " + owner.simpleName() + " cannot name " + name.simpleName() + ".",
                "Make " + name.simpleName() + nested + (samePackage ? " package-private or public." : " public."),
                origins.of(type));
    }

    /** avaje-jsonb takes a public class in one that is not public for one that it can name from each package. */
    private Fault outOfReach(TypeElement type, ClassRef name) {
        Element around = type.getEnclosingElement();
        List<String> names = new ArrayList<>();
        for (Element at = around; at instanceof TypeElement enclosing; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                names.add(0, typeRefs.name(enclosing).simpleName());
            }
        }
        String hiding = String.join(" and ", names);
        String own = type.getSimpleName().toString();
        String beside = typeRefs.name((TypeElement) around).simpleName();
        boolean isProtected = type.getModifiers().contains(Modifier.PROTECTED);
        String modifier = isProtected ? "protected" : "public";
        String what = name.simpleName() + " is " + modifier
                + (around.getKind().isInterface() ? ", as each type in an interface is, " : " ") + "in "
                + names.get(names.size() - 1) + ", which is not public, so avaje-jsonb cannot name it.";
        return new Fault(
                Cause.OUT_OF_REACH,
                what,
                around.getKind().isInterface()
                        ? "Declare " + own + " beside " + beside + " and not in it, or make " + hiding + " public."
                        : "Remove " + modifier + " from " + own
                                + (isProtected ? "." : ", or make " + hiding + " public."),
                origins.of(type));
    }
}
