package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.JsonTypesDecl.Cause;
import io.jetalyst.processor.decl.JsonTypesDecl.Fault;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the kinds of sealed types, and the names that they have in JSON. */
final class JsonKinds {
    /** The discriminator of a sealed type without an annotation. */
    static final String DISCRIMINATOR = "type";

    private final TypeRefReader typeRefs;
    private final JsonAccess access;
    private final JsonOrigins origins;

    JsonKinds(TypeRefReader typeRefs, JsonAccess access, JsonOrigins origins) {
        this.typeRefs = typeRefs;
        this.access = access;
        this.origins = origins;
    }

    /**
     * The kinds of one sealed type.
     *
     * @param names the class of each kind by its name in JSON
     * @param incomplete whether a permitted type does not exist, which the compiler reports
     */
    record Found(
            String discriminator,
            Map<String, ClassRef> names,
            Collection<TypeElement> kinds,
            List<Fault> faults,
            boolean incomplete) {}

    /** @param inherited the discriminator of the sealed type around it */
    Found read(TypeElement type, String inherited) {
        String discriminator = text(type, Vocabulary.DISCRIMINATOR, inherited);
        Map<String, TypeElement> leaves = new TreeMap<>();
        boolean complete = leaves(type, leaves, new HashSet<>());
        Map<String, ClassRef> names = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        leaves.values().forEach(kind -> fault(type, kind, discriminator, names).ifPresent(faults::add));
        return new Found(discriminator, names, leaves.values(), faults, !complete);
    }

    /**
     * Collects the kinds below a type.
     *
     * @param above the types that are being read; the compiler itself reports a hierarchy with a cycle
     * @return whether all permitted types exist
     */
    private static boolean leaves(TypeElement type, Map<String, TypeElement> leaves, Set<TypeElement> above) {
        if (!above.add(type)) {
            return true;
        }
        boolean complete = true;
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            if (permitted.getKind() == TypeKind.ERROR
                    || !(permitted instanceof DeclaredType declared)
                    || !(declared.asElement() instanceof TypeElement below)) {
                complete = false;
            } else if (JsonTypesReader.isAbstractSealed(below)) {
                complete &= leaves(below, leaves, above);
            } else {
                leaves.put(below.getQualifiedName().toString(), below);
            }
        }
        return complete;
    }

    /** Adds the name of a kind, and returns the reason why it can have none. */
    private Optional<Fault> fault(
            TypeElement root, TypeElement kind, String discriminator, Map<String, ClassRef> names) {
        Origin origin = origins.of(root);
        String text = typeRefs.name(kind).simpleName();
        String rootText = typeRefs.name(root).simpleName();
        if (kind.getKind() != ElementKind.RECORD || !kind.getTypeParameters().isEmpty()) {
            return Optional.of(new Fault(
                    Cause.NO_JSON,
                    text + " is a kind of " + rootText + ", and "
                            + (kind.getKind() == ElementKind.RECORD ? "has type parameters" : "no record")
                            + ", so its JSON cannot be an object with the member \"" + discriminator + "\".",
                    "Make it a record without type parameters.",
                    origin));
        }
        String name = nameOf(kind);
        if (names.putIfAbsent(name, typeRefs.name(kind)) != null) {
            return Optional.of(new Fault(
                    Cause.NO_JSON,
                    "Two kinds of " + rootText + " have the name \"" + name + "\" in JSON.",
                    "Add @Kind(\"...\") with another name to " + text + ".",
                    origin));
        }
        if (kind.getRecordComponents().stream()
                .anyMatch(component -> component.getSimpleName().contentEquals(discriminator))) {
            return Optional.of(new Fault(
                    Cause.NO_JSON,
                    text + " has a member \"" + discriminator + "\", which is the discriminator of " + rootText
                            + " in JSON.",
                    "Rename the member, or add @Discriminator(\"...\") with another name to " + rootText + ".",
                    origin));
        }
        return access.fault(kind);
    }

    private static String nameOf(TypeElement kind) {
        String simple = kind.getSimpleName().toString();
        return text(kind, Vocabulary.KIND, simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1));
    }

    private static String text(TypeElement type, String annotation, String otherwise) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> AnnotationReader.typeOf(mirror).equals(annotation))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(member -> member.getKey().getSimpleName().contentEquals(Vocabulary.VALUE))
                .map(member -> String.valueOf(member.getValue().getValue()))
                .findFirst()
                .orElse(otherwise);
    }
}
