package io.jetalyst.processor.parse;

import io.jetalyst.processor.model.Segment;
import io.jetalyst.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parses the text of a path. The parser notes each fault and goes on, so a path with a fault still has segments. */
final class PathTemplateParser {
    /** How Spring and others write the value of a setting. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{\\s*([\\w.-]+)[^{}]*}");

    private final List<ParsedPath.Fault> faults = new ArrayList<>();

    private PathTemplateParser() {}

    /** Parses a path, or a part of one; the empty text has no segments. */
    static ParsedPath parse(String text) {
        PathTemplateParser parser = new PathTemplateParser();
        List<Segment> segments = parser.segments(text);
        if (parser.faults.isEmpty()) {
            parser.order(segments);
        }
        return new ParsedPath(segments, List.copyOf(parser.faults));
    }

    /** Checks the order and the names of segments that are well-formed one by one. */
    static List<ParsedPath.Fault> faultsOf(List<Segment> segments) {
        PathTemplateParser parser = new PathTemplateParser();
        parser.order(segments);
        return parser.faults;
    }

    private List<Segment> segments(String text) {
        if (text.isEmpty() || text.equals("/")) {
            return List.of();
        }
        if (text.contains("://")) {
            fault(ProblemCode.NO_LEADING_SLASH, "is a URL.", "Write the path alone, such as \"/rooms\".");
            return List.of();
        }
        String body = text.startsWith("/") ? text.substring(1) : text;
        boolean slashAtEnd = body.endsWith("/");
        if (slashAtEnd) {
            body = body.substring(0, body.length() - 1);
        }
        if (!text.startsWith("/") && !text.matches("[$#]\\{.*")) {
            fault(ProblemCode.NO_LEADING_SLASH, "does not begin with a slash.", "Write \"/" + body + "\".");
        } else if (slashAtEnd) {
            fault(ProblemCode.TRAILING_SLASH, "ends with a slash.", "Write \"/" + body + "\".");
        }
        List<Segment> segments = new ArrayList<>();
        for (String segment : split(body)) {
            segment(segment, segments);
        }
        return segments;
    }

    /** Splits at slashes, but not at those within braces: {@code {id:a/b}} is one mistake, not two. */
    private static List<String> split(String body) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return List.of(body.split("/", -1));
            }
            if (c == '/' && depth == 0) {
                parts.add(body.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(body.substring(start));
        return depth == 0 ? parts : List.of(body.split("/", -1));
    }

    private void segment(String text, List<Segment> segments) {
        Optional<ParsedPath.Fault> before = LiteralSegment.fault(beforeBrace(text));
        if (text.isEmpty()) {
            fault(ProblemCode.EMPTY_SEGMENT, "has an empty segment.", "Write one slash between two segments.");
        } else if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            LiteralSegment.fault(text).ifPresent(faults::add);
            segments.add(new Segment.Literal(text));
        } else if (before.isPresent()) {
            faults.add(before.get());
            guess(text, segments);
        } else if (!balanced(text)) {
            fault(
                    ProblemCode.UNBALANCED_BRACES,
                    "has unbalanced braces in \"" + text + "\".",
                    "Write {" + word(text) + "}.");
            guess(text, segments);
        } else if (text.startsWith("{") && end(text) == text.length() - 1) {
            VariableSegment variable = VariableSegment.parse(text.substring(1, text.length() - 1));
            variable.fault().ifPresent(faults::add);
            segments.add(variable.segment());
        } else {
            faults.add(mixed(text));
            guess(text, segments);
        }
    }

    /** The text before the first variable or placeholder. */
    private static String beforeBrace(String text) {
        String before = text.indexOf('{') < 0 ? "" : text.substring(0, text.indexOf('{'));
        return before.indexOf('}') >= 0 ? "" : withoutSign(before);
    }

    /** Without the sign of a placeholder such as <code>${name}</code> at the end. */
    private static String withoutSign(String text) {
        return text.endsWith("$") || text.endsWith("#") ? text.substring(0, text.length() - 1) : text;
    }

    /** The first name in the text. */
    private static String word(String text) {
        return Stream.of(text.split("[^\\w-]+"))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("name");
    }

    private static ParsedPath.Fault mixed(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.find()) {
            return new ParsedPath.Fault(
                    ProblemCode.MIXED_SEGMENT,
                    "has the placeholder \"" + placeholder.group() + "\", and nothing replaces placeholders in a path.",
                    placeholder.group(1).contains(".")
                            ? "Write the text itself, or a constant."
                            : "Write {" + placeholder.group(1) + "} for a variable.");
        }
        return new ParsedPath.Fault(
                ProblemCode.MIXED_SEGMENT,
                "mixes text and variables in the segment \"" + text + "\".",
                "Let one variable take the whole segment, and split its value in the method.");
    }

    /** Takes every word for a variable, so that a parameter is not reported to have no source because of a brace. */
    private static void guess(String text, List<Segment> segments) {
        for (String word : text.split("[^\\w-]+")) {
            segments.add(new Segment.Variable(word));
        }
    }

    /** Whether each brace has its partner. Braces within braces are the quantifiers of a pattern: <code>{id:\d{4}}</code>. */
    private static boolean balanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            boolean nested = c == '{' && depth == 2;
            if (depth < 0 || depth > 2 || nested && text.lastIndexOf(':', i) < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /** Where the brace that opens the text is closed. */
    private static int end(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void order(List<Segment> segments) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            String name = "";
            if (segments.get(i) instanceof Segment.Tail tail) {
                name = tail.name();
                if (i < segments.size() - 1) {
                    fault(
                            ProblemCode.TAIL_NOT_LAST,
                            "has segments after {*" + name + "}, which takes the rest of the path.",
                            "Put {*" + name + "} last, or write {" + name + "} for one segment.");
                }
            } else if (segments.get(i) instanceof Segment.Variable variable) {
                name = variable.name();
            }
            if (!name.isEmpty() && !seen.add(name)) {
                fault(
                        ProblemCode.DUPLICATE_VARIABLE,
                        "has two variables named " + name + ".",
                        "Give one of them another name.");
            }
        }
    }

    private void fault(ProblemCode code, String what, String fix) {
        faults.add(new ParsedPath.Fault(code, what, fix));
    }
}
