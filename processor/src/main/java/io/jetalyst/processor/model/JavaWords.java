package io.jetalyst.processor.model;

import java.util.Set;

/** The reserved words of Java. A path may use them as names of variables; a parameter cannot have such a name. */
public final class JavaWords {
    private static final Set<String> RESERVED = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private JavaWords() {}

    /** Whether a parameter can have the name of this path variable. */
    public static boolean canName(String variable) {
        return variable.indexOf('-') < 0 && !RESERVED.contains(variable);
    }
}
