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

/** Reads the annotations that decide the clients of routes, and those that carry one. One instance for each class that is read. */
final class AccessReader {
    private final TypeRefReader types;
    private final SourceTypes sources;
    private final TypeElement controller;

    /** @param controller the class at which problems of annotation types without source are reported */
    AccessReader(TypeRefReader types, SourceTypes sources, TypeElement controller) {
        this.types = types;
        this.sources = sources;
        this.controller = controller;
    }

    /** Those of the first element that has one; several if this element has several, which is reported. */
    List<AccessDecl> nearest(List<? extends Element> elements) {
        for (Element element : elements) {
            List<AccessDecl> found = read(element);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
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
