package io.jetalyst.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The methods of a class and of all its super-types, each followed by those it overrides. */
final class Hierarchy {
    private final Elements elements;
    private final Types types;

    Hierarchy(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** One list per method that can be called on the class: the method itself first, then what it overrides. */
    List<List<ExecutableElement>> methods(TypeElement type) {
        List<List<ExecutableElement>> found = new ArrayList<>();
        for (TypeElement declaring : lineage(type)) {
            for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
                add(method, type, found);
            }
        }
        return found;
    }

    private void add(ExecutableElement method, TypeElement type, List<List<ExecutableElement>> found) {
        for (List<ExecutableElement> chain : found) {
            if (chain.stream().anyMatch(overrider -> elements.overrides(overrider, method, type))) {
                chain.add(method);
                return;
            }
        }
        found.add(new ArrayList<>(List.of(method)));
    }

    /** The class, its super-classes upwards, then all interfaces. */
    private List<TypeElement> lineage(TypeElement type) {
        Map<String, TypeElement> classes = new LinkedHashMap<>();
        Map<String, TypeElement> interfaces = new LinkedHashMap<>();
        collect(type, classes, interfaces);
        classes.remove("java.lang.Object");
        List<TypeElement> all = new ArrayList<>(classes.values());
        all.addAll(interfaces.values());
        return all;
    }

    private void collect(TypeElement type, Map<String, TypeElement> classes, Map<String, TypeElement> interfaces) {
        Map<String, TypeElement> same = type.getKind().isInterface() ? interfaces : classes;
        if (same.putIfAbsent(type.getQualifiedName().toString(), type) != null) {
            return;
        }
        for (TypeMirror supertype : types.directSupertypes(type.asType())) {
            if (supertype instanceof DeclaredType declared && declared.asElement() instanceof TypeElement above) {
                collect(above, classes, interfaces);
            }
        }
    }
}
