package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AccessDecl;
import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/** Reads the annotations that decide the clients of routes, and those that carry one. One instance for each class that is read. */
final class AccessReader {
    private final Types hierarchy;
    private final TypeRefReader types;
    private final SourceTypes sources;
    private final TypeElement controller;

    /** @param controller the class at which problems of annotation types without source are reported */
    AccessReader(Types hierarchy, TypeRefReader types, SourceTypes sources, TypeElement controller) {
        this.hierarchy = hierarchy;
        this.types = types;
        this.sources = sources;
        this.controller = controller;
    }

    /**
     * Those of the first element that has one; several, which are reported, if this element has several, or if it belongs to an interface and another
     * interface, which it does not extend, decides in another way.
     *
     * @param elements a class or a method, and those that it inherits or overrides, the nearest first
     */
    List<AccessDecl> nearest(List<? extends Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            List<AccessDecl> found = read(elements.get(i));
            if (!found.isEmpty()) {
                return type(elements.get(i)).getKind().isInterface()
                        ? withOtherInterfaces(found, type(elements.get(i)), elements.subList(i + 1, elements.size()))
                        : found;
            }
        }
        return List.of();
    }

    private List<AccessDecl> withOtherInterfaces(
            List<AccessDecl> found, TypeElement nearest, List<? extends Element> others) {
        List<AccessDecl> all = new ArrayList<>(found);
        List<TypeElement> deciding = new ArrayList<>(List.of(nearest));
        for (Element other : others) {
            List<AccessDecl> own = read(other);
            if (!own.isEmpty() && deciding.stream().noneMatch(below -> inherits(below, type(other)))) {
                deciding.add(type(other));
                own.stream()
                        .filter(access ->
                                !access.annotation().isSame(found.get(0).annotation()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private boolean inherits(TypeElement below, TypeElement above) {
        return hierarchy.isSubtype(hierarchy.erasure(below.asType()), hierarchy.erasure(above.asType()));
    }

    private static TypeElement type(Element element) {
        return element instanceof TypeElement type ? type : (TypeElement) element.getEnclosingElement();
    }

    private List<AccessDecl> read(Element element) {
        List<AccessDecl> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (decides(mirror)) {
                AnnotationDecl own = new AnnotationReader(types, controller).read(element, mirror, false);
                found.add(new AccessDecl(own, own));
            } else if (FilterCarriers.mayCarry(mirror)) {
                for (AnnotationMirror carried : FilterCarriers.mirrors(mirror)) {
                    add(element, mirror, mirror, carried, new HashSet<>(), found);
                }
            }
        }
        return found;
    }

    /**
     * Adds an annotation that another one carries, or those that it carries itself.
     *
     * @param use the annotation of the element
     * @param carrier the annotation whose type has the one to add
     * @param seen the names of the annotations that were searched
     */
    private void add(
            Element element,
            AnnotationMirror use,
            AnnotationMirror carrier,
            AnnotationMirror carried,
            Set<String> seen,
            List<AccessDecl> found) {
        if (decides(carried)) {
            TypeElement type = (TypeElement) carrier.getAnnotationType().asElement();
            TypeElement reader = sources.contain(type) ? type : controller;
            found.add(new AccessDecl(
                    new AnnotationReader(types, reader).read(type, carried, false),
                    new AnnotationReader(types, controller).read(element, use, false)));
        } else if (FilterCarriers.mayCarry(carried) && seen.add(AnnotationReader.typeOf(carried))) {
            for (AnnotationMirror next : FilterCarriers.mirrors(carried)) {
                add(element, use, carried, next, seen, found);
            }
        }
    }

    private static boolean decides(AnnotationMirror mirror) {
        return Vocabulary.ACCESS.contains(AnnotationReader.typeOf(mirror));
    }
}
