package io.jetalyst.processor.problem;

import io.jetalyst.processor.decl.TypeRef;

/** The fix for a type that generated code cannot name. */
public final class AccessFix {
    private AccessFix() {}

    /** @param packageName the package of the generated code */
    public static String of(TypeRef.Declared type, String packageName) {
        String name = type.name().simpleName();
        String nested = type.name().simpleNames().size() > 1 ? " and the classes around it" : "";
        return type.name().packageName().equals(packageName)
                ? "Make " + name + nested + " package-private or public."
                : "Make " + name + nested + " public: the generated code is in "
                        + (packageName.isEmpty() ? "the unnamed package." : "the package " + packageName + ".");
    }
}
