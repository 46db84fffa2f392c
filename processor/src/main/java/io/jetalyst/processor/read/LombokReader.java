package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds classes whose constructor Lombok has not added yet. Lombok changes a class when it runs, so it must run before processors that
 * read constructors.
 */
public final class LombokReader {
    private static final Set<String> ALL_FIELDS = Set.of("lombok.AllArgsConstructor", "lombok.Value");
    private static final Set<String> FINAL_FIELDS = Set.of("lombok.RequiredArgsConstructor", "lombok.Data");

    private final Elements elements;

    public LombokReader(Elements elements) {
        this.elements = elements;
    }

    /** Where the class of this name is, if Lombok will still replace its default constructor. */
    public Optional<Origin> withoutConstructor(String qualifiedName) {
        TypeElement type = elements.getTypeElement(qualifiedName);
        return type != null && hasDefaultConstructor(type) && awaitsFields(type)
                ? Optional.of(new ElementOrigin(type, type))
                : Optional.empty();
    }

    private boolean hasDefaultConstructor(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        return constructors.size() == 1 && elements.getOrigin(constructors.get(0)) == Elements.Origin.MANDATED;
    }

    private static boolean awaitsFields(TypeElement type) {
        List<VariableElement> fields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
        return ALL_FIELDS.stream().anyMatch(annotation -> AnnotationReader.has(type, annotation)) && !fields.isEmpty()
                || FINAL_FIELDS.stream().anyMatch(annotation -> AnnotationReader.has(type, annotation))
                        && fields.stream()
                                .anyMatch(field -> field.getModifiers().contains(Modifier.FINAL));
    }
}
