package io.jetalyst.processor.read;

import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;

/**
 * The names of the types that are compiled from source in this run. All others come from class files, which have no positions and may
 * be without names of parameters. Each round adds its types.
 */
public final class SourceTypes {
    private final Set<String> names = new TreeSet<>();
    private final Set<String> modules = new TreeSet<>();

    /** Adds the types that this round compiles. */
    public void add(RoundEnvironment round) {
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                names.add(type.getQualifiedName().toString());
            } else if (root instanceof ModuleElement module) {
                modules.add(module.getQualifiedName().toString());
            }
        }
    }

    boolean contain(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost instanceof TypeElement type
                && names.contains(type.getQualifiedName().toString());
    }

    /** Whether the module's {@code module-info.java} is compiled in this run. */
    boolean contain(ModuleElement module) {
        return modules.contains(module.getQualifiedName().toString());
    }
}
