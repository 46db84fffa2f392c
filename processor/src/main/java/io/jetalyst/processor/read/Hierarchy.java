package io.jetalyst.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, List<List<ExecutableElement>>> byName = new HashMap<>();
        for (TypeElement declaring : lineage(type)) {
            for (ExecutableElement method : ElementFilter.methodsIn(declaring.getEnclosedElements())) {
                List<List<ExecutableElement>> namesakes =
                        byName.computeIfAbsent(method.getSimpleName().toString(), any -> new ArrayList<>());
                Optional<List<ExecutableElement>> overriders = overriders(method, type, namesakes);
                if (overriders.isPresent()) {
                    overriders.get().add(method);
                } else {
                    List<ExecutableElement> chain = new ArrayList<>(List.of(method));
                    namesakes.add(chain);
                    found.add(chain);
                }
            }
        }
        return found;
    }

    private Optional<List<ExecutableElement>> overriders(
            ExecutableElement method, TypeElement type, List<List<ExecutableElement>> namesakes) {
        return namesakes.stream()
                .filter(chain -> chain.stream().anyMatch(overrider -> overrides(overrider, method, type)))
                .findFirst();
    }

    /** A method overrides none of its own class; overloads need not be compared. */
    private boolean overrides(ExecutableElement overrider, ExecutableElement method, TypeElement type) {
        return !overrider.getEnclosingElement().equals(method.getEnclosingElement())
                && elements.overrides(overrider, method, type);
    }

    /** The class, its super-classes upwards, then all interfaces. */
    List<TypeElement> lineage(TypeElement type) {
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
