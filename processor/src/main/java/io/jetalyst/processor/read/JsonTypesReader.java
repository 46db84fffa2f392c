package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.JsonTypeDecl;
import io.jetalyst.processor.decl.JsonTypesDecl;
import io.jetalyst.processor.decl.TypeFacts;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records and sealed types that are reachable from some types. For sockets, whose types occur in method bodies only, it also reads
 * those of a package: the class files of the package are complete also if a compiler is given a part of the sources.
 */
public final class JsonTypesReader {
    private static final String VALUE = "value";

    private final Elements elements;
    private final AdapterReader adapters;
    private final TypeRefReader typeRefs;
    private final JsonMembers members;
    private final TypeElement owner;
    private final Map<String, JsonTypeDecl> found = new TreeMap<>();
    private final List<JsonTypesDecl.Fault> faults = new ArrayList<>();
    private Deprecation deprecation = Deprecation.NONE;

    private JsonTypesReader(Elements elements, Types types, TypeElement owner) {
        this.elements = elements;
        this.adapters = new AdapterReader(elements);
        this.typeRefs = new TypeRefReader(elements, types);
        this.members = new JsonMembers(elements);
        this.owner = owner;
    }

    /**
     * Reads what is reachable from these types.
     *
     * @param owner the class beside which the generated class is, and at which faults are reported
     * @param strict whether a root that JSON cannot represent is a fault
     * @param withPackage whether to read the types of the owner's package too, as far as they can be JSON
     */
    public static JsonTypesDecl read(
            Elements elements,
            Types types,
            ClassRef owner,
            Collection<TypeRef.Declared> roots,
            boolean strict,
            boolean withPackage) {
        JsonTypesReader reader = new JsonTypesReader(elements, types, elements.getTypeElement(owner.qualifiedName()));
        roots.forEach(root -> reader.add(elements.getTypeElement(root.name().qualifiedName()), !strict));
        if (withPackage) {
            reader.addAll(elements.getPackageOf(reader.owner).getEnclosedElements());
        }
        return new JsonTypesDecl(new ArrayList<>(reader.found.values()), reader.faults, reader.deprecation);
    }

    private void addAll(List<? extends Element> declared) {
        for (TypeElement type : ElementFilter.typesIn(declared)) {
            boolean sealed = type.getModifiers().contains(Modifier.SEALED) && type.getKind() != ElementKind.ENUM;
            if ((type.getKind() == ElementKind.RECORD || sealed) && members.canBeJson(type)) {
                add(type, true);
            }
            addAll(type.getEnclosedElements());
        }
    }

    /** @param silent whether nothing says that the type is JSON, so that a fault of it is none */
    private void add(@Nullable TypeElement type, boolean silent) {
        if (type == null || found.containsKey(type.getQualifiedName().toString())) {
            return;
        }
        ClassRef ownerName = typeRefs.name(owner);
        TypeFacts facts = typeRefs.facts(type);
        TypeRef.Declared named = new TypeRef.Declared(typeRefs.name(type), List.of(), facts);
        if (!adapters.isOurs(named, ownerName) || !named.visibleIn(ownerName.packageName())) {
            return;
        }
        if (type.getKind() == ElementKind.RECORD) {
            record(type, named.name(), adapters.toBeAsked(named, ownerName), silent);
        } else if (isAbstractSealed(type) && !adapters.isAnnotated(named)) {
            kinds(type, named.name(), "type", silent);
        }
    }

    static boolean isAbstractSealed(TypeElement type) {
        return type.getModifiers().contains(Modifier.SEALED)
                && (type.getKind() == ElementKind.INTERFACE
                        || type.getModifiers().contains(Modifier.ABSTRACT))
                && type.getKind() != ElementKind.ENUM;
    }

    private void record(TypeElement type, ClassRef name, boolean imported, boolean silent) {
        deprecation = deprecation.or(typeRefs.deprecation(type));
        found.put(
                name.qualifiedName(),
                new JsonTypeDecl.Members(
                        name,
                        members.of(type, silent ? new ArrayList<>() : faults),
                        imported,
                        type.getRecordComponents().isEmpty()));
        type.getRecordComponents().forEach(component -> reach(component.asType(), silent));
    }

    private void reach(TypeMirror type, boolean silent) {
        JsonMembers.classesIn(type).forEach(element -> add(element, silent));
    }

    /** @param inherited the discriminator of the sealed type around it */
    private void kinds(TypeElement type, ClassRef name, String inherited, boolean silent) {
        String discriminator = text(type, Vocabulary.DISCRIMINATOR, inherited);
        Map<String, ClassRef> kinds = new LinkedHashMap<>();
        List<JsonTypesDecl.Fault> wrong = new ArrayList<>();
        Map<String, TypeElement> leaves = new TreeMap<>();
        leaves(type, leaves, new HashSet<>());
        leaves.values().forEach(kind -> kind(type, kind, discriminator, kinds, wrong));
        if (!wrong.isEmpty()) {
            if (!silent) {
                faults.addAll(wrong);
            }
            return;
        }
        deprecation = deprecation.or(typeRefs.deprecation(type));
        found.put(name.qualifiedName(), new JsonTypeDecl.Kinds(name, discriminator, kinds));
        leaves.values().forEach(kind -> add(kind, silent));
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            TypeElement below = (TypeElement) ((DeclaredType) permitted).asElement();
            if (isAbstractSealed(below)
                    && !found.containsKey(below.getQualifiedName().toString())) {
                kinds(below, typeRefs.name(below), discriminator, true);
            }
        }
    }

    /** @param above the types that are being read; the compiler itself reports a hierarchy with a cycle */
    private static void leaves(TypeElement type, Map<String, TypeElement> leaves, Set<TypeElement> above) {
        if (!above.add(type)) {
            return;
        }
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            if (permitted instanceof DeclaredType declared && declared.asElement() instanceof TypeElement below) {
                if (isAbstractSealed(below)) {
                    leaves(below, leaves, above);
                } else {
                    leaves.put(below.getQualifiedName().toString(), below);
                }
            }
        }
    }

    private void kind(
            TypeElement root,
            TypeElement kind,
            String discriminator,
            Map<String, ClassRef> kinds,
            List<JsonTypesDecl.Fault> wrong) {
        ElementOrigin origin = new ElementOrigin(root, root);
        String text = typeRefs.name(kind).simpleName();
        String rootText = typeRefs.name(root).simpleName();
        String simple = kind.getSimpleName().toString();
        String name =
                text(kind, Vocabulary.KIND, simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1));
        if (kind.getKind() != ElementKind.RECORD || !kind.getTypeParameters().isEmpty()) {
            wrong.add(new JsonTypesDecl.Fault(
                    text + " is a kind of " + rootText + ", and "
                            + (kind.getKind() == ElementKind.RECORD ? "has type parameters" : "no record")
                            + ", so its JSON cannot be an object with the member \"" + discriminator + "\".",
                    "Make it a record without type parameters.",
                    origin));
        } else if (kinds.putIfAbsent(name, typeRefs.name(kind)) != null) {
            wrong.add(new JsonTypesDecl.Fault(
                    "Two kinds of " + rootText + " have the name \"" + name + "\" in JSON.",
                    "Add @Kind(\"...\") with another name to " + text + ".",
                    origin));
        } else if (kind.getRecordComponents().stream()
                .anyMatch(component -> component.getSimpleName().contentEquals(discriminator))) {
            wrong.add(new JsonTypesDecl.Fault(
                    text + " has a member \"" + discriminator + "\", which is the discriminator of " + rootText
                            + " in JSON.",
                    "Rename the member, or add @Discriminator(\"...\") with another name to " + rootText + ".",
                    origin));
        }
    }

    private static String text(TypeElement type, String annotation, String otherwise) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> AnnotationReader.typeOf(mirror).equals(annotation))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(member -> member.getKey().getSimpleName().contentEquals(VALUE))
                .map(member -> String.valueOf(member.getValue().getValue()))
                .findFirst()
                .orElse(otherwise);
    }
}
