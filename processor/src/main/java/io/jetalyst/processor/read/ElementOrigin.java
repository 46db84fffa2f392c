package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Origin;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An origin as the compiler understands it.
 *
 * @param element what carries the annotation, or what is wrong itself
 * @param reader the class that was being read when this was met; the place to tell where the element has no source
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
