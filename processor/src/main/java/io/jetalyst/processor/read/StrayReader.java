package io.jetalyst.processor.read;

import io.jetalyst.processor.decl.AnnotationDecl;
import io.jetalyst.processor.decl.StrayDecl;
import io.jetalyst.processor.decl.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds annotations of the vocabulary where no controller will ever read them. */
public final class StrayReader {
    private final Elements elements;
    private final Types types;

    public StrayReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The strays of a round, in the order of their classes' names. */
    public List<StrayDecl> read(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<StrayDecl> strays = new ArrayList<>();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                TypeElement owner = owner(element);
                String type = annotation.getQualifiedName().toString();
                if (!isRead(type, element, owner)) {
                    strays.add(stray(type, element, owner));
                }
            }
        }
        strays.sort(Comparator.comparing(StrayDecl::owner)
                .thenComparing(stray -> stray.annotation().type()));
        return strays;
    }

    private static TypeElement owner(Element element) {
        Element at = element;
        while (!(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return (TypeElement) at;
    }

    private boolean isRead(String annotation, Element element, TypeElement owner) {
        if (AnnotationReader.hasNotImported(owner) || AnnotationReader.hasNotImported(element.getEnclosingElement())) {
            return true; // the compiler tells what is missing
        }
        boolean controller = AnnotationReader.has(owner, Vocabulary.CONTROLLER);
        if (owner.equals(element)) {
            return controller;
        }
        if (Vocabulary.ROUTES.contains(annotation)) {
            return controller || mayBeInherited(owner);
        }
        return isRoute(element instanceof ExecutableElement ? element : element.getEnclosingElement(), owner);
    }

    /** Controllers may take routes from an abstract class or an interface. */
    private static boolean mayBeInherited(TypeElement owner) {
        return owner.getKind().isInterface() || owner.getModifiers().contains(Modifier.ABSTRACT);
    }

    private boolean isRoute(Element method, TypeElement owner) {
        return method.getKind() == ElementKind.METHOD
                && new Hierarchy(elements, types)
                        .methods(owner).stream()
                                .filter(chain -> chain.contains(method))
                                .anyMatch(chain -> chain.stream().anyMatch(MethodReader::isRoute));
    }

    private StrayDecl stray(String type, Element element, TypeElement owner) {
        AnnotationDecl annotation = new AnnotationReader(new TypeRefReader(elements, types), owner)
                .read(element).stream()
                        .filter(candidate -> candidate.type().equals(type))
                        .findFirst()
                        .orElseThrow();
        StrayDecl.Target target = switch (element.getKind()) {
            case METHOD -> StrayDecl.Target.METHOD;
            case PARAMETER -> StrayDecl.Target.PARAMETER;
            default -> StrayDecl.Target.TYPE;
        };
        return new StrayDecl(annotation, target, owner.getSimpleName().toString());
    }
}
