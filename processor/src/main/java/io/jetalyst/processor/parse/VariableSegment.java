package io.jetalyst.processor.parse;

import io.jetalyst.processor.model.Segment;
import io.jetalyst.processor.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment in braces. It understands what other frameworks write there, to say how the same is written here, and to bind the
 * parameter that was meant.
 */
record VariableSegment(Segment segment, Optional<ParsedPath.Fault> fault) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern PATTERN =
            Pattern.compile("\\*{0,2}([A-Za-z_][A-Za-z0-9_-]*)\\s*:(.*)", Pattern.DOTALL);
    private static final Pattern TAIL =
            Pattern.compile("\\*\\*([\\w-]+)|\\+([\\w-]+)|([\\w-]+)(?:\\.\\.\\.|…|\\*{1,2}|\\+)");
    private static final Pattern OPTIONAL = Pattern.compile("([\\w-]+)\\?|\\?([\\w-]+)|/([\\w-]+)");
    private static final Pattern DEFAULT = Pattern.compile("([\\w-]+)=.*");

    /** @param content the text between the braces */
    static VariableSegment parse(String content) {
        boolean tail = content.startsWith("*");
        String name = tail ? content.substring(1) : content;
        if (NAME.matcher(name).matches()) {
            return new VariableSegment(segment(tail, name), Optional.empty());
        }
        if (content.isBlank() || content.equals("*")) {
            return faulty("", content.equals("*"), "has a variable without a name.", "Write {name} or {*name}.");
        }
        return foreign(content.strip(), content);
    }

    private static VariableSegment foreign(String text, String content) {
        String shown = "{" + content + "}";
        Matcher pattern = PATTERN.matcher(text);
        if (pattern.matches()) {
            return pattern(pattern.group(1), pattern.group(2).strip(), shown);
        }
        Optional<String> tail = name(TAIL, text);
        if (tail.isPresent()) {
            return faulty(
                    tail.get(),
                    true,
                    "has the variable " + shown + ".",
                    write(true, tail.get()) + " for the rest of the path.");
        }
        Optional<String> optional = name(OPTIONAL, text).or(() -> name(DEFAULT, text));
        if (optional.isPresent()) {
            String name = optional.get();
            return faulty(
                    name,
                    false,
                    "has the optional variable " + shown + ", and a path variable always has a value.",
                    write(false, name) + ", and add a method for the path without it.");
        }
        boolean isTail = text.startsWith("*");
        String name = isTail ? text.substring(1).strip() : text;
        if (NAME.matcher(name).matches()) {
            return faulty(name, isTail, "has spaces in " + shown + ".", write(isTail, name) + ".");
        }
        return faulty(
                name,
                isTail,
                "has a variable named \"" + name + "\".",
                "A name is letters, digits, - and _, and begins with a letter.");
    }

    private static VariableSegment pattern(String name, String pattern, String shown) {
        boolean tail = pattern.matches("\\.[*+]|\\*{1,2}|path|\\(\\.[*+]\\)");
        return faulty(
                name,
                tail,
                "has a pattern in " + shown + ", and variables have no patterns.",
                tail
                        ? write(true, name) + " for the rest of the path."
                        : write(false, name)
                                + ", and check its value in the method; the type of the parameter is checked as well.");
    }

    private static Optional<String> name(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return Optional.of(matcher.group(i));
            }
        }
        return Optional.empty();
    }

    private static String write(boolean tail, String name) {
        return "Write {" + (tail ? "*" : "") + name + "}";
    }

    private static VariableSegment faulty(String name, boolean tail, String what, String fix) {
        return new VariableSegment(
                segment(tail, name), Optional.of(new ParsedPath.Fault(ProblemCode.VARIABLE_NAME, what, fix)));
    }

    private static Segment segment(boolean tail, String name) {
        return tail ? new Segment.Tail(name) : new Segment.Variable(name);
    }
}
