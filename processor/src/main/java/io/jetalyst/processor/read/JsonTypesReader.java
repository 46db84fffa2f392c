package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.JsonAdapterDecl;
import io.jetalyst.processor.decl.JsonTypeDecl;
import io.jetalyst.processor.decl.JsonTypesDecl;
import io.jetalyst.processor.decl.TypeRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Elements elements;
    private final SourceTypes sources;
    private final AdapterReader adapters;
    private final TypeRefReader typeRefs;
    private final JsonOrigins origins;
    private final JsonAccess access;
    private final JsonMembers members;
    private final JsonKinds kinds;
    private final TypeElement owner;
    private final Map<String, JsonTypeDecl> found = new TreeMap<>();
    private final List<JsonAdapterDecl> ownAdapters = new ArrayList<>();
    private final List<JsonTypesDecl.Fault> faults = new ArrayList<>();
    private Deprecation deprecation = Deprecation.NONE;

    private JsonTypesReader(Elements elements, Types types, SourceTypes sources, TypeElement owner) {
        this.elements = elements;
        this.sources = sources;
        this.adapters = new AdapterReader(elements);
        this.typeRefs = new TypeRefReader(elements, types);
        this.origins = new JsonOrigins(sources, owner);
        this.access = new JsonAccess(typeRefs, adapters, typeRefs.name(owner), origins);
        this.members = new JsonMembers(elements, typeRefs, origins);
        this.kinds = new JsonKinds(typeRefs, access, origins);
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
            SourceTypes sources,
            ClassRef owner,
            Collection<TypeRef.Declared> roots,
            boolean strict,
            boolean withPackage) {
        JsonTypesReader reader =
                new JsonTypesReader(elements, types, sources, elements.getTypeElement(owner.qualifiedName()));
        roots.forEach(root -> reader.add(elements.getTypeElement(root.name().qualifiedName()), !strict));
        if (withPackage) {
            reader.addAll(elements.getPackageOf(reader.owner).getEnclosedElements());
        }
        return new JsonTypesDecl(
                new ArrayList<>(reader.found.values()), reader.ownAdapters, reader.faults, reader.deprecation);
    }

    private void addAll(List<? extends Element> declared) {
        for (TypeElement type : ElementFilter.typesIn(declared)) {
            boolean sealed = type.getModifiers().contains(Modifier.SEALED) && type.getKind() != ElementKind.ENUM;
            if ((type.getKind() == ElementKind.RECORD || sealed) && members.canBeJson(type, access)) {
                add(type, true);
            }
            addAll(type.getEnclosedElements());
        }
    }

    /** @param silent whether nothing says that the type is JSON, so that its faults are not reported */
    private void add(@Nullable TypeElement type, boolean silent) {
        if (type == null || found.containsKey(type.getQualifiedName().toString())) {
            return;
        }
        ClassRef ownerName = typeRefs.name(owner);
        TypeRef.Declared named = new TypeRef.Declared(typeRefs.name(type), List.of(), typeRefs.facts(type));
        boolean sealed = isAbstractSealed(type) && !adapters.isAnnotated(named);
        if (!adapters.isOurs(named, ownerName) || type.getKind() != ElementKind.RECORD && !sealed) {
            return;
        }
        Optional<JsonTypesDecl.Fault> fault = access.fault(type);
        if (fault.isPresent() || !named.visibleIn(ownerName.packageName())) {
            // a library may keep the types of its members to itself
            fault.filter(any -> !silent && (sealed || sources.contain(type))).ifPresent(faults::add);
        } else if (sealed) {
            kinds(type, named.name(), JsonKinds.DISCRIMINATOR, silent);
        } else {
            record(type, named.name(), adapters.toBeAsked(named, ownerName), silent);
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
        access.adapter(type).ifPresent(ownAdapters::add);
        if (!silent) {
            faults.addAll(members.withoutJson(type));
        }
        type.getRecordComponents().forEach(component -> reach(component.asType(), silent));
    }

    private void reach(TypeMirror type, boolean silent) {
        JsonMembers.classesIn(type).forEach(element -> add(element, silent));
    }

    /** @param inherited the discriminator of the sealed type around it */
    private void kinds(TypeElement type, ClassRef name, String inherited, boolean silent) {
        JsonKinds.Found read = kinds.read(type, inherited);
        if (read.incomplete() || !read.faults().isEmpty()) {
            if (!silent && !read.incomplete()) {
                faults.addAll(read.faults());
            }
            return;
        }
        deprecation = deprecation.or(typeRefs.deprecation(type));
        found.put(name.qualifiedName(), new JsonTypeDecl.Kinds(name, read.discriminator(), read.names()));
        read.kinds().forEach(kind -> add(kind, silent));
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            TypeElement below = (TypeElement) ((DeclaredType) permitted).asElement();
            if (isAbstractSealed(below)
                    && !found.containsKey(below.getQualifiedName().toString())) {
                kinds(below, typeRefs.name(below), read.discriminator(), true);
            }
        }
    }
}
