package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.ForeignDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds annotations of other frameworks, which have no effect, on a controller, its methods and their parameters. */
public final class ForeignReader {
    private static final List<String> FRAMEWORKS = List.of(
            "jakarta.ws.rs.",
            "javax.ws.rs.",
            "org.springframework.web.",
            "org.springframework.stereotype.",
            "io.micronaut.http.",
            "io.avaje.http.",
            "io.helidon.http.",
            "jakarta.websocket.",
            "javax.websocket.");

    /** Those of a package whose other annotations have an effect. */
    private static final List<String> OF_CONTAINERS = List.of(Vocabulary.RUN_AS, Vocabulary.DECLARE_ROLES);

    private final Elements elements;

    public ForeignReader(Elements elements) {
        this.elements = elements;
    }

    /** The annotations of others on the class of this name, in the order of the source. */
    public List<ForeignDecl> read(String qualifiedName) {
        List<ForeignDecl> found = new ArrayList<>();
        TypeElement type = elements.getTypeElement(qualifiedName);
        if (type != null) {
            add(type, type, found);
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                add(method, type, found);
                method.getParameters().forEach(param -> add(param, type, found));
            }
        }
        return found;
    }

    private static void add(Element element, TypeElement type, List<ForeignDecl> found) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String name = AnnotationReader.typeOf(mirror);
            String simpleName = name.substring(name.lastIndexOf('.') + 1);
            String own = "io.jetalyst.annotation." + simpleName;
            if (name.equals(own)) {
                continue;
            }
            boolean sameName = Vocabulary.has(simpleName);
            boolean ofFramework = OF_CONTAINERS.contains(name) || AnnotationReader.startsWithOne(FRAMEWORKS, name);
            boolean resolved = mirror.getAnnotationType().getKind() != TypeKind.ERROR;
            if (resolved && (sameName || ofFramework) && !AnnotationReader.has(element, own)) {
                found.add(new ForeignDecl(name, new ElementOrigin(element, mirror, null, type)));
            }
        }
    }
}
