package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.JsonTypeDecl;
import io.jetalyst.processor.decl.JsonTypesDecl;
import io.jetalyst.processor.decl.NoJson;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads which members the JSON of a record has, and which of them are required. */
final class JsonMembers {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** Annotations after which a member has several names, or one that only the JSON library knows. */
    private static final Set<String> RENAMED =
            Set.of("Alias", "JsonAlias", "Ignore", "JsonIgnore", "Unmapped", "Creator");

    private static final Set<String> NUMBERS =
            Set.of("Byte", "Short", "Integer", "Long", "Float", "Double", "BigDecimal", "BigInteger");
    private static final Set<String> KNOWN_PACKAGES = Set.of("java.lang", "java.math", "java.time");
    private static final Set<String> KNOWN = Set.of(
            "java.util.UUID",
            "java.util.List",
            "java.util.Set",
            "java.util.Collection",
            "java.util.Map",
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "java.net.URI",
            "java.net.URL");
    private static final Set<String> UNKNOWN =
            Set.of("java.lang.Runnable", "java.lang.Thread", "java.lang.Iterable", "java.lang.Class");

    /** The packages of annotations by which a JSON library may read and write a type that has no JSON otherwise. */
    private static final List<String> LIBRARIES =
            List.of("io.avaje.jsonb.", "com.fasterxml.jackson.", "tools.jackson.");

    private final Elements elements;
    private final TypeRefReader typeRefs;
    private final JsonOrigins origins;

    JsonMembers(Elements elements, TypeRefReader typeRefs, JsonOrigins origins) {
        this.elements = elements;
        this.typeRefs = typeRefs;
        this.origins = origins;
    }

    /** The members of a record whose types JSON can never represent. */
    List<JsonTypesDecl.Fault> withoutJson(TypeElement type) {
        List<JsonTypesDecl.Fault> faults = new ArrayList<>();
        if (isOfLibrary(type)) {
            return faults;
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            if (places(type, component).stream().noneMatch(JsonMembers::isOfLibrary)) {
                NoJson.in(typeRefs.read(component.asType()))
                        .ifPresent(none -> faults.add(new JsonTypesDecl.Fault(
                                JsonTypesDecl.Cause.NO_JSON,
                                "JSON cannot represent " + none.text() + ", the type of the member "
                                        + component.getSimpleName() + " of " + type.getSimpleName() + ".",
                                "Take a type for its value, such as a String, a number or a record, or remove the"
                                        + " member.",
                                origins.of(type, component))));
            }
        }
        return faults;
    }

    static boolean isOfLibrary(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(AnnotationReader::typeOf)
                .anyMatch(annotation -> LIBRARIES.stream().anyMatch(annotation::startsWith));
    }

    List<JsonTypeDecl.Member> of(TypeElement type, List<JsonTypesDecl.Fault> faults) {
        List<JsonTypeDecl.Member> members = new ArrayList<>();
        if (has(type, Set.of("JsonNaming")) || namingOf(type)) {
            return members;
        }
        for (RecordComponentElement component : type.getRecordComponents()) {
            List<Element> places = places(type, component);
            if (places.stream().noneMatch(place -> has(place, RENAMED))) {
                @Nullable String text = value(places, Set.of("DefaultValue"));
                @Nullable String absent = text == null ? null : json(type, component, text, faults);
                members.add(new JsonTypeDecl.Member(
                        Optional.ofNullable(value(places, Set.of("Property", "JsonProperty")))
                                .orElse(component.getSimpleName().toString()),
                        text == null && isRequired(component, places),
                        absent));
            }
        }
        return members;
    }

    /** Whether the {@code @Json} of avaje-jsonb changes the names of the members. */
    private static boolean namingOf(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> AnnotationReader.typeOf(mirror).equals(JsonReader.JSON))
                .flatMap(mirror -> mirror.getElementValues().keySet().stream())
                .anyMatch(member -> member.getSimpleName().contentEquals("naming"));
    }

    /** The compiler keeps an annotation of a component on those of its parts that the annotation is for. */
    static List<Element> places(TypeElement type, RecordComponentElement component) {
        List<Element> places = new ArrayList<>(List.of(component, component.getAccessor()));
        Stream.concat(
                        ElementFilter.fieldsIn(type.getEnclosedElements()).stream(),
                        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                                .flatMap(constructor -> constructor.getParameters().stream()))
                .filter(part -> part.getSimpleName().equals(component.getSimpleName()))
                .forEach(places::add);
        return places;
    }

    private static boolean isRequired(RecordComponentElement component, List<Element> places) {
        TypeMirror type = component.asType();
        boolean optional = type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().toString().startsWith("java.util.Optional");
        return !optional
                && type.getAnnotationMirrors().stream().noneMatch(JsonMembers::isNullable)
                && places.stream().noneMatch(place -> has(place, Set.of("Nullable")))
                && places.stream()
                        .flatMap(place -> place.asType().getAnnotationMirrors().stream())
                        .noneMatch(JsonMembers::isNullable);
    }

    private static boolean isNullable(AnnotationMirror mirror) {
        return simpleName(mirror).equals("Nullable");
    }

    private static boolean has(Element element, Set<String> simpleNames) {
        return element.getAnnotationMirrors().stream().anyMatch(mirror -> simpleNames.contains(simpleName(mirror)));
    }

    private static String simpleName(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    private static @Nullable String value(List<Element> places, Set<String> simpleNames) {
        return places.stream()
                .flatMap(place -> place.getAnnotationMirrors().stream())
                .filter(mirror -> simpleNames.contains(simpleName(mirror)))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .filter(member -> member.getKey().getSimpleName().contentEquals(Vocabulary.VALUE))
                .map(member -> text(member.getValue()))
                .findFirst()
                .orElse(null);
    }

    /** The only item of an array, or several, which are no JSON of a single value. */
    private static String text(AnnotationValue value) {
        return value.getValue() instanceof List<?> items && items.size() == 1
                ? text((AnnotationValue) items.get(0))
                : String.valueOf(value.getValue());
    }

    /** The default value as JSON; {@code null} and a fault if the text does not fit the type. */
    private @Nullable String json(
            TypeElement type, RecordComponentElement component, String text, List<JsonTypesDecl.Fault> faults) {
        TypeMirror declared = component.asType();
        String name = declared instanceof DeclaredType named
                ? named.asElement().getSimpleName().toString()
                : declared.getKind().name();
        boolean isBoolean = declared.getKind() == TypeKind.BOOLEAN || name.equals("Boolean");
        boolean isNumber =
                declared.getKind().isPrimitive() && declared.getKind() != TypeKind.CHAR || NUMBERS.contains(name);
        boolean fits = isBoolean
                ? text.equals("true") || text.equals("false")
                : isNumber ? NUMBER.matcher(text).matches() : isText(declared, text);
        if (!fits) {
            faults.add(new JsonTypesDecl.Fault(
                    JsonTypesDecl.Cause.NO_JSON,
                    "The default value \"" + text + "\" of " + type.getSimpleName() + "." + component.getSimpleName()
                            + " is none of its type.",
                    "Write a value of the type, or make the component Optional.",
                    origins.of(type)));
            return null;
        }
        return isBoolean || isNumber ? text : quoted(text);
    }

    private static boolean isText(TypeMirror type, String text) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return type.getKind() == TypeKind.CHAR && text.length() == 1;
        }
        return element.getKind() == ElementKind.ENUM
                ? element.getEnclosedElements().stream()
                        .anyMatch(member -> member.getKind() == ElementKind.ENUM_CONSTANT
                                && member.getSimpleName().contentEquals(text))
                : declared.getTypeArguments().isEmpty()
                        && element.getQualifiedName().toString().startsWith("java.");
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit == '"' || unit == '\\') {
                json.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                json.append((char) unit);
            }
        });
        return json.append('"').toString();
    }

    /** The classes that a type names, its type arguments included. */
    static List<TypeElement> classesIn(TypeMirror type) {
        Set<TypeElement> classes = new LinkedHashSet<>();
        collect(type, classes);
        return List.copyOf(classes);
    }

    private static void collect(TypeMirror type, Set<TypeElement> classes) {
        if (type instanceof ArrayType array) {
            collect(array.getComponentType(), classes);
        } else if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
            if (declared.asElement() instanceof TypeElement element) {
                classes.add(element);
            }
            declared.getTypeArguments().forEach(argument -> collect(argument, classes));
        }
    }

    /** Whether avaje-jsonb can represent everything that is reachable from the type, and generated code can name it. */
    boolean canBeJson(TypeElement type, JsonAccess access) {
        return canBeJson(type, access, new HashSet<>());
    }

    private boolean canBeJson(TypeElement type, JsonAccess access, Set<String> above) {
        String name = type.getQualifiedName().toString();
        if (!above.add(name) || KNOWN.contains(name) || type.getKind() == ElementKind.ENUM) {
            return true;
        }
        if (KNOWN_PACKAGES.contains(
                elements.getPackageOf(type).getQualifiedName().toString())) {
            return !UNKNOWN.contains(name);
        }
        if (access.fault(type).isPresent()) {
            return false;
        }
        if (AnnotationReader.has(type, JsonReader.JSON)) {
            return true;
        }
        if (JsonTypesReader.isAbstractSealed(type)) {
            return type.getPermittedSubclasses().stream().allMatch(below -> canBeJson(below, access, above));
        }
        return type.getKind() == ElementKind.RECORD
                && type.getRecordComponents().stream()
                        .allMatch(component -> canBeJson(component.asType(), access, above));
    }

    private boolean canBeJson(TypeMirror type, JsonAccess access, Set<String> above) {
        return switch (type.getKind()) {
            case ARRAY -> canBeJson(((ArrayType) type).getComponentType(), access, above);
            case TYPEVAR -> true;
            case DECLARED ->
                ((DeclaredType) type).asElement() instanceof TypeElement element
                        && canBeJson(element, access, above)
                        && ((DeclaredType) type)
                                .getTypeArguments().stream().allMatch(argument -> canBeJson(argument, access, above));
            default -> type.getKind().isPrimitive();
        };
    }
}
