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
 */
record ElementOrigin(
        Element element,
        @Nullable AnnotationMirror mirror,
        @Nullable AnnotationValue value,
        TypeElement reader) implements Origin {
    ElementOrigin(Element element, TypeElement reader) {
        this(element, null, null, reader);
    }
}
