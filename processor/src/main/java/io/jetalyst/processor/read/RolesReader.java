package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.ValueDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the declaration of the roles of a class: that of its package, of a package above, or of its module. */
final class RolesReader {
    private final Elements elements;

    RolesReader(Elements elements) {
        this.elements = elements;
    }

    /** The roles; empty if nothing declares them. */
    Optional<List<String>> read(TypeElement type, TypeRefReader typeRefs) {
        AnnotationReader reader = new AnnotationReader(typeRefs, type);
        String name = elements.getPackageOf(type).getQualifiedName().toString();
        while (!name.isEmpty()) {
            Optional<List<String>> found = read(elements.getPackageElement(name), reader);
            if (found.isPresent()) {
                return found;
            }
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        ModuleElement module = elements.getModuleOf(type);
        return module == null || module.isUnnamed() ? Optional.empty() : read(module, reader);
    }

    private static Optional<List<String>> read(Element place, AnnotationReader reader) {
        return place == null
                ? Optional.empty()
                : reader.read(place).stream()
                        .filter(annotation -> annotation.type().equals(Vocabulary.ROLES))
                        .findFirst()
                        .map(RolesReader::texts);
    }

    private static List<String> texts(AnnotationDecl annotation) {
        return annotation.values(Vocabulary.VALUE).stream().map(ValueDecl::text).toList();
    }
}
