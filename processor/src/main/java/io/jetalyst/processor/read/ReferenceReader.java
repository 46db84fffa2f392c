package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.References;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Collects the converters and the records that parameters refer to, and those that these refer to. One instance for each class that is read. */
final class ReferenceReader {
    private final Elements elements;
    private final Types types;
    private final TypeRefReader typeRefs;
    private final SourceTypes sources;
    private final TypeElement controller;
    private final BiFunction<String, ReferenceReader, TypeDecl> readConverter;
    private final Set<String> begun = new HashSet<>();
    private final Map<String, TypeDecl> converters = new LinkedHashMap<>();
    private final Map<TypeRef, List<ParamDecl>> records = new LinkedHashMap<>();

    /** @param readConverter reads the class of a name with its methods {@code convert} */
    ReferenceReader(
            Elements elements,
            Types types,
            TypeRefReader typeRefs,
            SourceTypes sources,
            TypeElement controller,
            BiFunction<String, ReferenceReader, TypeDecl> readConverter) {
        this.elements = elements;
        this.types = types;
        this.typeRefs = typeRefs;
        this.sources = sources;
        this.controller = controller;
        this.readConverter = readConverter;
    }

    /** @param filters the classes that annotations name as filters, by qualified name */
    References references(Map<String, TypeDecl> filters) {
        return new References(converters, filters, records);
    }

    /** Adds the references of a parameter. */
    void add(ParamDecl param, TypeMirror type) {
        Stream<String> named = param.annotation(Vocabulary.CONVERT_WITH).stream()
                .flatMap(annotation -> annotation.value(Vocabulary.VALUE).stream())
                .map(ValueDecl::text);
        Stream.concat(named, ofTypes(param.type())).toList().forEach(this::converter);
        if (type instanceof DeclaredType declared) {
            if (isSubmitted(param.type())) {
                record(
                        ((TypeRef.Declared) param.type()).arguments().get(0),
                        declared.getTypeArguments().get(0));
            } else if (param.annotation(Vocabulary.PARAMS).isPresent() || hasSources(declared)) {
                record(param.type(), declared);
            }
        }
    }

    /** Whether the type is a record with a component that says where it comes from, so that it is meant for {@code @Params}. */
    private static boolean hasSources(DeclaredType type) {
        return type.asElement() instanceof TypeElement element
                && element.getRecordComponents().stream()
                        .flatMap(component -> component.getAnnotationMirrors().stream())
                        .map(AnnotationReader::typeOf)
                        .anyMatch(Source.annotations()::contains);
    }

    private static boolean isSubmitted(TypeRef type) {
        return type instanceof TypeRef.Declared declared && declared.is(Vocabulary.SUBMITTED) && !declared.raw();
    }

    private static Stream<String> ofTypes(TypeRef type) {
        if (type instanceof TypeRef.Array array) {
            return ofTypes(array.component());
        }
        return type instanceof TypeRef.Declared declared
                ? Stream.concat(
                        declared.facts().converter().stream(),
                        declared.arguments().stream().flatMap(ReferenceReader::ofTypes))
                : Stream.empty();
    }

    private void converter(String name) {
        if (begun.add(name)) {
            converters.put(name, readConverter.apply(name, this));
        }
    }

    /** The field of a component: javac knows its position, and not that of the component. */
    static Element field(RecordComponentElement component) {
        return component.getEnclosingElement().getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.FIELD)
                .filter(member -> member.getSimpleName().equals(component.getSimpleName()))
                .findFirst()
                .<Element>map(member -> member)
                .orElse(component);
    }

    private void record(TypeRef ref, TypeMirror record) {
        if (record instanceof DeclaredType type
                && type.asElement() instanceof TypeElement element
                && records.putIfAbsent(ref, List.of()) == null) {
            TypeElement reader = sources.contain(element) ? element : controller;
            List<ParamDecl> components = new ArrayList<>();
            for (RecordComponentElement component : element.getRecordComponents()) {
                TypeMirror componentType = type.getTypeArguments().isEmpty()
                        ? component.asType()
                        : ((ExecutableType) types.asMemberOf(type, component.getAccessor())).getReturnType();
                ParamDecl param = new ParamDecl(
                        component.getSimpleName().toString(),
                        true,
                        typeRefs.read(componentType),
                        new AnnotationReader(typeRefs, reader).read(component, field(component)),
                        new ConstraintReader(elements, typeRefs::name)
                                .read(componentType, field(component).getAnnotationMirrors()),
                        new ElementOrigin(field(component), reader));
                components.add(param);
                add(param, componentType);
            }
            records.put(ref, components);
        }
    }
}
