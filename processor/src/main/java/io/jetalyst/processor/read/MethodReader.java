package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AccessDecl;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.FilteredDecl;
import io.jetalyst.processor.decl.MethodDecl;
import io.jetalyst.processor.decl.Modifier;
import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.TypeRef;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods and constructors of one class. */
final class MethodReader {
    private final Elements elements;
    private final Types types;
    private final TypeRefReader typeRefs;
    private final AnnotationReader annotations;
    private final SourceTypes sources;
    private final TypeElement type;
    private final TypeElement reader;
    private final ReferenceReader references;
    private final FilteredReader filters;
    private final AccessReader accesses;

    /**
     * @param reader the class at which problems are reported if this one has no source
     * @param references collects the classes that parameters of handlers refer to
     */
    MethodReader(
            Elements elements,
            Types types,
            TypeRefReader typeRefs,
            SourceTypes sources,
            TypeElement type,
            TypeElement reader,
            ReferenceReader references) {
        this.elements = elements;
        this.types = types;
        this.typeRefs = typeRefs;
        this.annotations = new AnnotationReader(typeRefs, reader);
        this.sources = sources;
        this.type = type;
        this.reader = reader;
        this.references = references;
        this.filters = new FilteredReader(typeRefs, sources, type);
        this.accesses = new AccessReader(types, typeRefs, sources, type);
    }

    /** Whether this method is declared as a route. */
    static boolean isRoute(Element method) {
        return AnnotationReader.hasOne(method, Vocabulary.ROUTES);
    }

    /** Whether a table calls this method: a route, or one that handles exceptions. */
    static boolean isCalled(Element method) {
        return AnnotationReader.hasOne(method, Vocabulary.METHODS);
    }

    MethodDecl constructor(ExecutableElement constructor) {
        return read(List.of(constructor), constructor, false);
    }

    /**
     * A converter's method.
     *
     * @param chain the method that is called, and those it overrides
     */
    MethodDecl converter(List<ExecutableElement> chain) {
        return read(chain, chain.get(0), true);
    }

    /**
     * A route's method.
     *
     * @param chain the method that is called, and those it overrides
     */
    MethodDecl handler(List<ExecutableElement> chain) {
        ExecutableElement contract =
                chain.stream().filter(MethodReader::isCalled).findFirst().orElseThrow();
        return read(chain, contract, true);
    }

    /** The contract's annotations; a method that overrides it may add others, or replace them, but says nothing about the route. */
    private List<AnnotationDecl> annotations(
            List<ExecutableElement> chain, ExecutableElement contract, TypeMirror result) {
        List<AnnotationDecl> found = new ArrayList<>();
        chain.subList(0, chain.indexOf(contract)).stream()
                .flatMap(overrider -> annotations.read(overrider).stream())
                .filter(annotation -> !Vocabulary.METHODS.contains(annotation.type()))
                .forEach(annotation -> addNew(annotation, found));
        annotations.read(contract).forEach(annotation -> addNew(annotation, found));
        chain.stream()
                .filter(other -> isCalled(other) && !isBelow(contract, other))
                .flatMap(other -> annotations.read(other).stream())
                .filter(annotation -> Vocabulary.METHODS.contains(annotation.type()))
                .filter(annotation -> found.stream().noneMatch(annotation::isSame))
                .forEach(found::add); // a second route, which is reported
        ConstraintReader.inArguments(result).stream()
                .map(constraint -> new AnnotationDecl(
                        AnnotationReader.typeOf(constraint), Map.of(), false, new ElementOrigin(chain.get(0), reader)))
                .forEach(constraint -> addNew(constraint, found));
        return found;
    }

    /** The filters of a method and of those that it overrides, which come first: no method removes a filter. */
    List<FilteredDecl> filtered(List<ExecutableElement> chain) {
        List<FilteredDecl> found = new ArrayList<>();
        for (int i = chain.size() - 1; i >= 0; i--) {
            found.addAll(filters.read(chain.get(i)));
        }
        return found;
    }

    /** The decision of a method on its clients, or else that of the nearest method that it overrides. */
    List<AccessDecl> access(List<ExecutableElement> chain) {
        return accesses.nearest(chain);
    }

    /** Whether the class of a method is that of the other one, or inherits from it. */
    private boolean isBelow(ExecutableElement method, ExecutableElement other) {
        return types.isSubtype(
                types.erasure(method.getEnclosingElement().asType()),
                types.erasure(other.getEnclosingElement().asType()));
    }

    static void addNew(AnnotationDecl annotation, List<AnnotationDecl> found) {
        if (found.stream().noneMatch(other -> other.type().equals(annotation.type()))) {
            found.add(annotation);
        }
    }

    private MethodDecl read(List<ExecutableElement> chain, ExecutableElement contract, boolean handler) {
        ExecutableElement method = chain.get(0);
        ExecutableType member = asMember(method);
        List<ParamDecl> params = params(method, contract, member.getParameterTypes());
        if (handler) {
            for (int i = 0; i < params.size(); i++) {
                references.add(params.get(i), member.getParameterTypes().get(i));
            }
        }
        List<TypeRef> thrown = new ArrayList<>();
        member.getThrownTypes().forEach(exception -> thrown.add(typeRefs.read(exception)));
        return new MethodDecl(
                method.getSimpleName().toString(),
                modifiers(method),
                method.getTypeParameters().stream()
                        .map(variable -> variable.getSimpleName().toString())
                        .toList(),
                typeRefs.read(member.getReturnType()),
                params,
                method.isVarArgs(),
                thrown,
                annotations(chain, contract, member.getReturnType()),
                filtered(chain),
                access(chain),
                typeRefs.name((TypeElement) method.getEnclosingElement()),
                typeRefs.deprecation(method),
                origin(method, method, method.getReturnType(), member.getReturnType()));
    }

    /** With the type variables of a generic base replaced. */
    private ExecutableType asMember(ExecutableElement method) {
        return method.getEnclosingElement().equals(type)
                        || method.getModifiers().contains(javax.lang.model.element.Modifier.STATIC)
                ? (ExecutableType) method.asType()
                : (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
    }

    static Set<Modifier> modifiers(Element element) {
        Set<Modifier> found = EnumSet.noneOf(Modifier.class);
        Set<javax.lang.model.element.Modifier> written = element.getModifiers();
        for (Modifier modifier : Modifier.values()) {
            if (written.contains(javax.lang.model.element.Modifier.valueOf(modifier.name()))) {
                found.add(modifier);
            }
        }
        return found;
    }

    private List<ParamDecl> params(
            ExecutableElement method, ExecutableElement contract, List<? extends TypeMirror> paramTypes) {
        List<ParamDecl> params = new ArrayList<>();
        for (int i = 0; i < paramTypes.size(); i++) {
            params.add(param(method, contract, i, paramTypes.get(i)));
        }
        return params;
    }

    /** The contract's name and annotations come first; the method's own fill what the contract leaves open. */
    private ParamDecl param(ExecutableElement method, ExecutableElement contract, int index, TypeMirror paramType) {
        VariableElement own = method.getParameters().get(index);
        VariableElement agreed = contract.getParameters().get(index);
        VariableElement named = nameKnown(agreed, index) ? agreed : own;
        List<AnnotationDecl> found = new ArrayList<>(annotations.read(agreed));
        List<AnnotationMirror> mirrors = new ArrayList<>(agreed.getAnnotationMirrors());
        if (own != agreed) {
            annotations.read(own).forEach(annotation -> addNew(annotation, found));
            mirrors.addAll(own.getAnnotationMirrors());
        }
        return new ParamDecl(
                named.getSimpleName().toString(),
                nameKnown(named, index),
                typeRefs.read(paramType),
                found,
                new ConstraintReader(elements, typeRefs::name).read(paramType, mirrors),
                origin(own, method, own.asType(), paramType));
    }

    /** The place of a method or a parameter, whose type the class may give as a type argument of a generic base. */
    private ElementOrigin origin(Element place, Element method, TypeMirror written, TypeMirror given) {
        return method.getEnclosingElement().equals(type) || types.isSameType(written, given)
                ? new ElementOrigin(place, reader)
                : new ElementOrigin(place, null, null, reader, type, null);
    }

    /** A class file without names says {@code arg0}, {@code arg1}, …; a source may, too, and means it. */
    private boolean nameKnown(VariableElement param, int index) {
        return sources.contain(param) || !param.getSimpleName().contentEquals("arg" + index);
    }
}
