package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Access;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Deprecation;
import io.jetalyst.processor.decl.Kind;
import io.jetalyst.processor.decl.TypeFacts;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads types, and remembers whether one of them did not exist: another processor may generate it in a later round. One
 * instance per class that is read.
 */
final class TypeRefReader {
    private final Elements elements;
    private final Types types;
    private final Set<String> namesOfJavaLang = new TreeSet<>();
    private final Map<TypeElement, TypeFacts> known;
    private boolean sawMissing;

    TypeRefReader(Elements elements, Types types) {
        this(elements, types, new HashMap<>());
    }

    /** @param known the facts that were read in this round; the reader adds to them */
    TypeRefReader(Elements elements, Types types, Map<TypeElement, TypeFacts> known) {
        this.elements = elements;
        this.types = types;
        this.known = known;
    }

    /** Whether any type read so far is missing, at whatever depth. */
    boolean sawMissing() {
        return sawMissing;
    }

    /** For what is missing in another place than a type. */
    void missing() {
        sawMissing = true;
    }

    TypeRef read(TypeMirror type) {
        TypeKind kind = type.getKind();
        if (kind == TypeKind.ERROR) {
            sawMissing = true;
            return new TypeRef.Other(type.toString());
        }
        if (kind.isPrimitive() || kind == TypeKind.VOID) {
            return new TypeRef.Primitive(kind.name().toLowerCase(Locale.ROOT));
        }
        return switch (kind) {
            case ARRAY -> new TypeRef.Array(read(((ArrayType) type).getComponentType()));
            case DECLARED -> declared((DeclaredType) type);
            case WILDCARD -> wildcard((WildcardType) type);
            default -> new TypeRef.Other(type.toString());
        };
    }

    private TypeRef wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return new TypeRef.Wildcard(
                    "? extends " + read(type.getExtendsBound()).text());
        }
        return new TypeRef.Wildcard(
                type.getSuperBound() == null
                        ? "?"
                        : "? super " + read(type.getSuperBound()).text());
    }

    private TypeRef declared(DeclaredType type) {
        List<TypeRef> arguments = new ArrayList<>();
        type.getTypeArguments().forEach(argument -> arguments.add(read(argument)));
        TypeElement element = (TypeElement) type.asElement();
        boolean genericOwner = isInner(element)
                && type.getEnclosingType() instanceof DeclaredType owner
                && !owner.getTypeArguments().isEmpty();
        return genericOwner
                ? new TypeRef.Other(type.toString())
                : new TypeRef.Declared(name(element), arguments, facts(element));
    }

    /** Whether its instances have an instance of the class around it. Eclipse gives static classes and records an enclosing type, too. */
    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC)
                && !type.getEnclosingElement().getKind().isInterface();
    }

    ClassRef name(TypeElement type) {
        List<String> names = new ArrayList<>();
        Element element = type;
        for (; element instanceof TypeElement; element = element.getEnclosingElement()) {
            names.add(0, element.getSimpleName().toString());
        }
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        if (packageName.equals("java.lang")) {
            namesOfJavaLang.add(names.get(0));
        }
        return new ClassRef(packageName, names);
    }

    /** The simple names of the types of {@code java.lang} read so far: a class of the same package would take their place. */
    Set<String> namesOfJavaLang() {
        return namesOfJavaLang;
    }

    TypeFacts facts(TypeElement type) {
        TypeFacts found = known.get(type);
        if (found == null) {
            found = readFacts(type);
            if (!sawMissing) {
                known.put(type, found);
            }
        }
        return found;
    }

    private TypeFacts readFacts(TypeElement type) {
        return new TypeFacts(
                kind(type),
                type.getModifiers().contains(Modifier.SEALED),
                !type.getTypeParameters().isEmpty(),
                access(type),
                deprecation(type),
                constants(type),
                new FactoryReader(types, this).read(type),
                converter(type),
                supertypes(type));
    }

    /** The class that the annotation of the type names; one that does not exist is missing. */
    private Optional<String> converter(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> AnnotationReader.typeOf(mirror).equals(Vocabulary.CONVERT_WITH))
                .flatMap(mirror -> mirror.getElementValues().values().stream())
                .map(AnnotationValue::getValue)
                .map(this::className)
                .findFirst();
    }

    /** The name of a class that is the value of an annotation. */
    String className(Object value) {
        if (value instanceof DeclaredType declared
                && declared.getKind() != TypeKind.ERROR
                && declared.asElement() instanceof TypeElement element) {
            return element.getQualifiedName().toString();
        }
        sawMissing = true;
        return String.valueOf(value);
    }

    private static Kind kind(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> Kind.ENUM;
            case RECORD -> Kind.RECORD;
            case INTERFACE -> Kind.INTERFACE;
            case ANNOTATION_TYPE -> Kind.ANNOTATION;
            default -> Kind.CLASS;
        };
    }

    private static Access access(TypeElement type) {
        Access access = Access.EVERYBODY;
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            Set<Modifier> modifiers = element.getModifiers();
            if (modifiers.contains(Modifier.PRIVATE)) {
                return Access.NOBODY;
            }
            if (!modifiers.contains(Modifier.PUBLIC)) {
                access = Access.ITS_PACKAGE;
            }
        }
        return access;
    }

    /** Of the element or of a class around it, whichever is stronger: generated code names them all. */
    Deprecation deprecation(Element element) {
        Deprecation found = Deprecation.NONE;
        for (Element at = element; at != null && at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            if (elements.isDeprecated(at)) {
                found = found.or(forRemoval(at) ? Deprecation.FOR_REMOVAL : Deprecation.DEPRECATED);
            }
        }
        return found;
    }

    private static boolean forRemoval(Element element) {
        Deprecated deprecated = element.getAnnotation(Deprecated.class);
        return deprecated != null && deprecated.forRemoval();
    }

    private static List<String> constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList();
    }

    private Set<String> supertypes(TypeElement type) {
        Set<String> names = new TreeSet<>();
        ArrayDeque<TypeMirror> open = new ArrayDeque<>(types.directSupertypes(type.asType()));
        while (!open.isEmpty()) {
            TypeMirror next = open.remove();
            if (next.getKind() == TypeKind.ERROR) {
                sawMissing = true;
            } else if (next instanceof DeclaredType declared) {
                TypeElement element = (TypeElement) declared.asElement();
                if (names.add(element.getQualifiedName().toString())) {
                    open.addAll(types.directSupertypes(next));
                }
            }
        }
        return names;
    }
}
