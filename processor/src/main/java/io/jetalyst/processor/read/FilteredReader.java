package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.FilteredDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the filters of classes and methods: those of {@code @Filtered}, and those of annotations that carry it. One instance for each class that is read. */
final class FilteredReader {
    private final TypeRefReader types;
    private final SourceTypes sources;
    private final TypeElement controller;

    /** @param controller the class at which problems of annotation types without source are reported */
    FilteredReader(TypeRefReader types, SourceTypes sources, TypeElement controller) {
        this.types = types;
        this.sources = sources;
        this.controller = controller;
    }

    /** The filters of an element, in the order of its annotations. */
    List<FilteredDecl> read(Element element) {
        List<FilteredDecl> found = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (AnnotationReader.typeOf(mirror).equals(Vocabulary.FILTERED)) {
                AnnotationDecl filtered = new AnnotationReader(types, controller).read(element, mirror, false);
                found.add(new FilteredDecl(filtered, filtered, List.of()));
            } else if (FilterCarriers.carries(mirror)) {
                AnnotationDecl use = new AnnotationReader(types, controller).read(element, mirror, true);
                carried(mirror, use, List.of(), found);
            }
        }
        return found;
    }

    /** @param path the names of the annotations that carry this one, the outermost first */
    private void carried(AnnotationMirror carrier, AnnotationDecl use, List<String> path, List<FilteredDecl> found) {
        List<String> longer = new ArrayList<>(path);
        longer.add(AnnotationReader.typeOf(carrier));
        for (AnnotationMirror mirror : FilterCarriers.mirrors(carrier)) {
            String name = AnnotationReader.typeOf(mirror);
            int again = longer.indexOf(name);
            if (again >= 0) {
                found.add(new FilteredDecl(read(carrier, mirror), use, longer.subList(again, longer.size())));
            } else if (name.equals(Vocabulary.FILTERED)) {
                found.add(new FilteredDecl(read(carrier, mirror), use, List.of()));
            } else if (FilterCarriers.carries(mirror)) {
                carried(mirror, use, longer, found);
            }
        }
    }

    /** An annotation of the type of another one. */
    private AnnotationDecl read(AnnotationMirror carrier, AnnotationMirror mirror) {
        TypeElement type = (TypeElement) carrier.getAnnotationType().asElement();
        return new AnnotationReader(types, sources.contain(type) ? type : controller).read(type, mirror, false);
    }
}
