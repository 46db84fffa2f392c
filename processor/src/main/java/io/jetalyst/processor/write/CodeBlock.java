package io.jetalyst.processor.write;

import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.TypeRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A piece of Java source, written from a format and its arguments: {@code $T} is a type, {@code $S} a string literal, and {@code $L} and
 * {@code $N} are code or a name. {@code $2T} is the second argument. The lines of a block that stands for {@code $L} are indented as the line
 * of the format; a line that has only an empty block is left out. {@link SourceFile} chooses the names of the types.
 */
final class CodeBlock {
    /** A block contains it before and after a class, whose package and simple names a slash separates. No Java source has this character. */
    static final char MARK = '\1';

    private final String text;

    private CodeBlock(String text) {
        this.text = text;
    }

    static CodeBlock of(String format, Object... arguments) {
        StringBuilder text = new StringBuilder(2 * format.length());
        int next = 0;
        int at = 0;
        for (int dollar = format.indexOf('$'); dollar >= 0; dollar = format.indexOf('$', at)) {
            text.append(format, at, dollar);
            boolean isIndexed = Character.isDigit(format.charAt(dollar + 1));
            Object argument = arguments[isIndexed ? format.charAt(dollar + 1) - '1' : next++];
            char kind = format.charAt(isIndexed ? dollar + 2 : dollar + 1);
            at = dollar + (isIndexed ? 3 : 2);
            boolean endsLine = at < format.length() && format.charAt(at) == '\n';
            if (kind == 'T') {
                type(argument, text);
            } else if (kind == 'S') {
                literal((String) argument, text);
            } else if (!(argument instanceof CodeBlock block)) {
                text.append(argument);
            } else if (block.text.isEmpty() && endsLine && isBlank(text)) {
                text.setLength(text.lastIndexOf("\n") + 1);
                at++;
            } else {
                insert(block.text, endsLine, text);
            }
        }
        return new CodeBlock(text.append(format, at, format.length()).toString());
    }

    /** Whether the last line is blank. */
    private static boolean isBlank(StringBuilder text) {
        return text.substring(text.lastIndexOf("\n") + 1).isBlank();
    }

    private static void insert(String block, boolean endsLine, StringBuilder text) {
        if (block.indexOf('\n') < 0) {
            text.append(block);
            return;
        }
        String lines = endsLine && block.endsWith("\n") ? block.substring(0, block.length() - 1) : block;
        int start = text.lastIndexOf("\n") + 1;
        int end = start;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        if (end == start) {
            text.append(lines);
            return;
        }
        String indentation = text.substring(start, end);
        int line = 0;
        for (int next = lines.indexOf('\n') + 1; next > 0; next = lines.indexOf('\n', line) + 1) {
            text.append(lines, line, next);
            if (next == lines.length() || lines.charAt(next) != '\n') {
                text.append(indentation);
            }
            line = next;
        }
        text.append(lines, line, lines.length());
    }

    private static void type(Object type, StringBuilder text) {
        if (type instanceof Class<?> known) {
            mark(known.getPackageName(), known.getSimpleName(), text);
        } else if (type instanceof ClassRef name) {
            mark(name.packageName(), name.simpleName(), text);
        } else if (type instanceof TypeRef.Primitive primitive) {
            text.append(primitive.text());
        } else if (type instanceof CodeBlock written) {
            text.append(written.text);
        } else if (type instanceof TypeRef.Array array) {
            type(array.component(), text);
            text.append("[]");
        } else if (type instanceof TypeRef.Declared declared) {
            type(declared.name(), text);
            String before = "<";
            for (TypeRef argument : declared.arguments()) {
                type(argument, text.append(before));
                before = ", ";
            }
            text.append(declared.arguments().isEmpty() ? "" : ">");
        } else {
            throw new IllegalArgumentException("checked code names no " + type);
        }
    }

    private static void mark(String packageName, String simpleName, StringBuilder text) {
        text.append(MARK).append(packageName).append('/').append(simpleName).append(MARK);
    }

    private static void literal(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int escaped = "\b\t\n\f\r\"\\".indexOf(c);
            if (escaped >= 0) {
                text.append('\\').append("btnfr\"\\".charAt(escaped));
            } else if (Character.isISOControl(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    static CodeBlock join(List<CodeBlock> blocks, String separator) {
        return blocks.stream().collect(joining(separator));
    }

    static Collector<CodeBlock, ?, CodeBlock> joining(String separator) {
        return Collectors.collectingAndThen(
                Collectors.mapping(CodeBlock::toString, Collectors.joining(separator)), CodeBlock::new);
    }

    static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Collects statements and other code. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();

        private Builder() {}

        Builder add(String format, Object... arguments) {
            return add(of(format, arguments));
        }

        Builder add(CodeBlock code) {
            text.append(code.text);
            return this;
        }

        Builder addStatement(String format, Object... arguments) {
            return addStatement(of(format, arguments));
        }

        Builder addStatement(CodeBlock statement) {
            text.append(statement.text).append(";\n");
            return this;
        }

        CodeBlock build() {
            return new CodeBlock(text.toString());
        }
    }
}
