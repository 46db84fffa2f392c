package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AccessDecl;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.FilteredDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.References;
import io.jetalyst.processor.decl.TypeDecl;
import io.jetalyst.processor.decl.TypeFacts;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads controllers from the compiler's elements. One instance per round. */
public final class ElementReader {
    private final Elements elements;
    private final Types types;
    private final SourceTypes sources;
    private final CompilationContextReader contexts;
    private final Map<TypeElement, TypeFacts> facts = new HashMap<>();

    public ElementReader(Elements elements, Types types, SourceTypes sources) {
        this.elements = elements;
        this.types = types;
        this.sources = sources;
        this.contexts = new CompilationContextReader(elements);
    }

    /** The class of this name as a declaration; empty while a type it needs does not exist. */
    public Optional<TypeDecl> read(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        return type == null ? Optional.empty() : read(type);
    }

    private Optional<TypeDecl> read(TypeElement type) {
        TypeRefReader typeRefs = new TypeRefReader(elements, types, facts);
        ReferenceReader references = new ReferenceReader(
                elements, types, typeRefs, sources, type, (name, own) -> converter(name, typeRefs, type, own));
        MethodReader methods = new MethodReader(elements, types, typeRefs, sources, type, type, references);
        List<MethodDecl> constructors = constructors(type, methods);
        List<FilteredDecl> unusedFilters = new ArrayList<>();
        List<AccessDecl> unusedAccess = new ArrayList<>();
        List<MethodDecl> handlers = handlers(type, methods, typeRefs, unusedFilters, unusedAccess);
        List<FilteredDecl> filtered = filtered(type, typeRefs);
        TypeDecl declaration = new TypeDecl(
                typeRefs.name(type),
                typeRefs.facts(type),
                MethodReader.modifiers(type),
                isInner(type),
                annotations(type, typeRefs),
                filtered,
                unusedFilters,
                new AccessReader(types, typeRefs, sources, type).nearest(new Hierarchy(elements, types).lineage(type)),
                unusedAccess,
                constructors,
                handlers,
                references.references(filters(type, filtered, handlers, typeRefs)),
                new RawBaseReader(elements, types, typeRefs, sources).read(type),
                contexts.read(type, typeRefs),
                new ElementOrigin(type, type));
        return typeRefs.sawMissing() ? Optional.empty() : Optional.of(declaration);
    }

    /**
     * The annotations of the class, then those for filters that its super-types have. The nearest of a type replaces the others: super-classes
     * come before interfaces.
     */
    private List<AnnotationDecl> annotations(TypeElement type, TypeRefReader typeRefs) {
        AnnotationReader reader = new AnnotationReader(typeRefs, type);
        List<AnnotationDecl> found = new ArrayList<>(reader.read(type));
        for (TypeElement above : new Hierarchy(elements, types).lineage(type)) {
            if (!above.equals(type)) {
                reader.read(above).stream()
                        .filter(AnnotationDecl::isMetadata)
                        .forEach(annotation -> MethodReader.addNew(annotation, found));
            }
        }
        return found;
    }

    /** The filters of all routes: those of interfaces, then of super-classes, then of the class; of two super-types, those of the upper one first. */
    private List<FilteredDecl> filtered(TypeElement type, TypeRefReader typeRefs) {
        FilteredReader reader = new FilteredReader(typeRefs, sources, type);
        List<TypeElement> lineage = new Hierarchy(elements, types).lineage(type);
        List<FilteredDecl> found = new ArrayList<>();
        for (int i = lineage.size() - 1; i >= 0; i--) {
            found.addAll(reader.read(lineage.get(i)));
        }
        return found;
    }

    /** The classes of all filters. */
    private Map<String, TypeDecl> filters(
            TypeElement controller, List<FilteredDecl> filtered, List<MethodDecl> handlers, TypeRefReader typeRefs) {
        Map<String, TypeDecl> classes = new HashMap<>();
        Stream.concat(filtered.stream(), handlers.stream().flatMap(method -> method.filtered().stream()))
                .flatMap(each -> each.filtered().values(Vocabulary.VALUE).stream())
                .map(ValueDecl::text)
                .distinct()
                .forEach(name -> {
                    TypeElement type = elements.getTypeElement(name);
                    if (type != null) {
                        classes.put(name, filter(type, controller, typeRefs));
                    }
                });
        return classes;
    }

    private TypeDecl filter(TypeElement type, TypeElement controller, TypeRefReader typeRefs) {
        TypeElement reader = sources.contain(type) ? type : controller;
        ReferenceReader none = new ReferenceReader(elements, types, typeRefs, sources, reader, (name, own) -> {
            throw new IllegalStateException("a constructor refers to no converter");
        });
        MethodReader methods = new MethodReader(elements, types, typeRefs, sources, type, reader, none);
        return created(type, reader, constructors(type, methods), List.of(), typeRefs);
    }

    /** Reads a converter as a declaration, whose handlers are its methods {@code convert} that are not private. */
    private TypeDecl converter(
            String name, TypeRefReader typeRefs, TypeElement controller, ReferenceReader references) {
        TypeElement type = elements.getTypeElement(name);
        TypeElement reader = type == null || !sources.contain(type) ? controller : type;
        if (type == null) {
            typeRefs.missing();
            return created(controller, reader, List.of(), List.of(), typeRefs);
        }
        MethodReader methods = new MethodReader(elements, types, typeRefs, sources, type, reader, references);
        List<MethodDecl> handlers = new Hierarchy(elements, types)
                .methods(type).stream()
                        .filter(chain -> chain.get(0).getSimpleName().contentEquals(Vocabulary.CONVERT))
                        .filter(chain -> !chain.get(0).getModifiers().contains(Modifier.PRIVATE))
                        .map(methods::converter)
                        .toList();
        return created(type, reader, constructors(type, methods), handlers, typeRefs);
    }

    /** A class that tables create, besides controllers. */
    private TypeDecl created(
            TypeElement type,
            TypeElement reader,
            List<MethodDecl> constructors,
            List<MethodDecl> handlers,
            TypeRefReader typeRefs) {
        return new TypeDecl(
                typeRefs.name(type),
                typeRefs.facts(type),
                MethodReader.modifiers(type),
                isInner(type),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                constructors,
                handlers,
                References.NONE,
                List.of(),
                contexts.read(type, typeRefs),
                new ElementOrigin(type, reader));
    }

    private static boolean isInner(TypeElement type) {
        for (Element at = type;
                at instanceof TypeElement nested && nested.getNestingKind() == NestingKind.MEMBER;
                at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.STATIC)) {
                return true;
            }
        }
        return false;
    }

    private static List<MethodDecl> constructors(TypeElement type, MethodReader methods) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
                .map(methods::constructor)
                .toList();
    }

    /** In the order of the source, which compilers keep for methods. */
    private List<MethodDecl> handlers(
            TypeElement type,
            MethodReader methods,
            TypeRefReader typeRefs,
            List<FilteredDecl> unusedFilters,
            List<AccessDecl> unusedAccess) {
        List<MethodDecl> handlers = new ArrayList<>();
        for (List<ExecutableElement> chain : new Hierarchy(elements, types).methods(type)) {
            if (chain.stream().anyMatch(MethodReader::isCalled)) {
                handlers.add(methods.handler(chain));
            } else if (chain.stream().anyMatch(AnnotationReader::hasNotImported)) {
                typeRefs.missing();
            } else if (sources.contain(chain.get(0))) {
                unusedFilters.addAll(methods.filtered(chain.subList(0, 1)));
                unusedAccess.addAll(methods.access(chain.subList(0, 1)));
            }
        }
        return handlers;
    }

    /** The origin of the class of this name. */
    public Origin origin(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        return type == null ? Origin.NOWHERE : new ElementOrigin(type, type);
    }

    /** Whether the compiler ends with an error when a type was missing in the last round of processing. That of Eclipse does not. */
    public boolean reportsMissingTypes() {
        return !elements.getClass().getName().startsWith("org.eclipse.jdt.");
    }

    /** Whether the class of this name exists and is a controller. */
    public boolean isController(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        return type != null && AnnotationReader.hasOne(type, Vocabulary.CLASSES);
    }

    /** Whether the class of this name exists and may have JSON types: a controller, or a type of messages. */
    public boolean hasJsonTypes(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        return type != null
                && (AnnotationReader.has(type, Vocabulary.CONTROLLER)
                        || AnnotationReader.has(type, Vocabulary.MESSAGES));
    }
}
