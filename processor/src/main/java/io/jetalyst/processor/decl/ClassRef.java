package io.jetalyst.processor.decl;

import java.util.ArrayList;
import java.util.List;

/**
 * A class by name.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost class to the class itself
 */
public record ClassRef(String packageName, List<String> simpleNames) {
    public ClassRef {
        simpleNames = List.copyOf(simpleNames);
    }

    /** {@code Outer.Inner}. */
    public String simpleName() {
        return String.join(".", simpleNames);
    }

    /** {@code demo.Outer.Inner}. */
    public String qualifiedName() {
        return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
    }

    /** A class in this one. */
    public ClassRef nested(String name) {
        List<String> names = new ArrayList<>(simpleNames);
        names.add(name);
        return new ClassRef(packageName, names);
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
