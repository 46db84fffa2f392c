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
        return simpleNames.size() == 1 ? simpleNames.get(0) : String.join(".", simpleNames);
    }

    /** {@code demo.Outer.Inner}. */
    public String qualifiedName() {
        return packageName.isEmpty() ? simpleName() : packageName + "." + simpleName();
    }

    /** Whether this is the qualified name of the class; builds no name if the last simple name is another one. */
    public boolean isNamed(String qualifiedName) {
        String simpleName = simpleNames.get(simpleNames.size() - 1);
        if (simpleNames.size() > 1) {
            return qualifiedName.endsWith(simpleName) && qualifiedName().equals(qualifiedName);
        }
        int start = packageName.isEmpty() ? 0 : packageName.length() + 1;
        return qualifiedName.length() == start + simpleName.length()
                && qualifiedName.endsWith(simpleName)
                && qualifiedName.startsWith(packageName)
                && (start == 0 || qualifiedName.charAt(start - 1) == '.');
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
