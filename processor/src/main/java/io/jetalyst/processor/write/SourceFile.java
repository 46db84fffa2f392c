package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.CompilationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Chooses the names of the types in a generated file, and its imports. A type has its simple name, unless a type before it in the file, one of
 * its package or one that the file declares has that name; then it has its qualified name.
 */
final class SourceFile {
    private static final String JAVA_LANG = "java.lang";

    private final String packageName;
    private final boolean importsJavaLang;
    private final List<String> nested;
    /** The packages of the types that have their simple names. */
    private final Map<String, String> packages = new HashMap<>();

    private SourceFile(String packageName, boolean importsJavaLang, List<String> nested) {
        this.packageName = packageName;
        this.importsJavaLang = importsJavaLang;
        this.nested = nested;
    }

    /**
     * Returns the text of the file.
     *
     * @param nested the names of the classes in the one class of the file
     */
    static String write(String packageName, CompilationContext context, List<String> nested, CodeBlock type) {
        return new SourceFile(packageName, context.shadowsJavaLang(), nested).write(type.toString());
    }

    private String write(String text) {
        String marked =
                importsJavaLang ? text.replace("@Override\n", CodeBlock.of("@$T\n", Override.class) + "") : text;
        claim(marked);
        String code = replace(marked);
        StringBuilder file = new StringBuilder(code.length() + 1024);
        if (!packageName.isEmpty()) {
            file.append("package ").append(packageName).append(";\n\n");
        }
        TreeSet<String> imports = new TreeSet<>();
        packages.forEach((name, of) -> {
            if (!of.equals(packageName) && (importsJavaLang || !of.equals(JAVA_LANG))) {
                imports.add("import " + of + "." + name + ";\n");
            }
        });
        imports.forEach(file::append);
        return file.append(imports.isEmpty() ? "" : "\n").append(code).toString();
    }

    /** Types of the package need no import, so their simple names are theirs. */
    private void claim(String text) {
        int mark = text.indexOf(CodeBlock.MARK);
        while (mark >= 0) {
            int slash = text.indexOf('/', mark);
            int end = text.indexOf(CodeBlock.MARK, slash);
            if (text.substring(mark + 1, slash).equals(packageName)) {
                packages.put(outermost(text.substring(slash + 1, end)), packageName);
            }
            mark = text.indexOf(CodeBlock.MARK, end + 1);
        }
    }

    private String name(String of, String names) {
        String outermost = outermost(names);
        boolean isFree = !nested.contains(outermost)
                && packages.computeIfAbsent(outermost, any -> of).equals(of);
        return isFree || of.isEmpty() ? names : of + "." + names;
    }

    private static String outermost(String names) {
        int dot = names.indexOf('.');
        return dot < 0 ? names : names.substring(0, dot);
    }

    private String replace(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        for (int mark = text.indexOf(CodeBlock.MARK); mark >= 0; mark = text.indexOf(CodeBlock.MARK, at)) {
            int slash = text.indexOf('/', mark);
            int end = text.indexOf(CodeBlock.MARK, slash);
            replaced.append(text, at, mark)
                    .append(name(text.substring(mark + 1, slash), text.substring(slash + 1, end)));
            at = end + 1;
        }
        return replaced.append(text, at, text.length()).toString();
    }
}
