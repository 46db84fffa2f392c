package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Origin;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An origin with the elements of the compiler.
 *
 * @param element the element that carries the annotation, or has the mistake
 * @param reader the class that was read when the element was found; problems are reported there if the element has no source
 * @param heir the class that gives the type of the element, as a type argument of a generic base
 * @param base the method of a base, if the element is the heir that gives one of its types
 */
record ElementOrigin(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        TypeElement reader,
        @Nullable TypeElement heir,
        @Nullable Element base)
        implements Origin {
    ElementOrigin(
            Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value, TypeElement reader) {
        this(element, mirror, value, reader, null, null);
    }

    ElementOrigin(Element element, TypeElement reader) {
        this(element, null, null, reader);
    }

    @Override
    public Origin ofType() {
        return heir == null ? this : new ElementOrigin(heir, null, null, reader, null, element);
    }
}
