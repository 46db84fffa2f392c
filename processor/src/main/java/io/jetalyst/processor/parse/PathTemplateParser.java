package io.jetalyst.processor.parse;

import io.jetalyst.processor.model.Segment;
import io.jetalyst.processor.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the text of a path. It never gives up: each fault is noted, and the rest is read as well as it can be. */
final class PathTemplateParser {
    /** What RFC 3986 §3.3 lets stand in a segment besides letters and digits, and matching by characters can find. */
    private static final String MARKS = "-._~!$&'()*+,=:@";

    private final List<ParsedPath.Fault> faults = new ArrayList<>();

    private PathTemplateParser() {}

    /** Reads a path, or a part of one; the empty text has no segments. */
    static ParsedPath parse(String text) {
        PathTemplateParser parser = new PathTemplateParser();
        List<Segment> segments = parser.segments(text);
        if (parser.faults.isEmpty()) {
            parser.order(segments);
        }
        return new ParsedPath(segments, List.copyOf(parser.faults));
    }

    /** What is wrong with segments that are each well-formed, once two parts are put together. */
    static List<ParsedPath.Fault> faultsOf(List<Segment> segments) {
        PathTemplateParser parser = new PathTemplateParser();
        parser.order(segments);
        return parser.faults;
    }

    private List<Segment> segments(String text) {
        if (text.isEmpty() || text.equals("/")) {
            return List.of();
        }
        if (!text.startsWith("/")) {
            fault(ProblemCode.NO_LEADING_SLASH, "does not begin with a slash.", "Write \"/" + text + "\".");
        }
        String body = text.startsWith("/") ? text.substring(1) : text;
        if (body.endsWith("/")) {
            body = body.substring(0, body.length() - 1);
            fault(ProblemCode.TRAILING_SLASH, "ends with a slash.", "Write \"/" + body + "\".");
        }
        List<Segment> segments = new ArrayList<>();
        for (String segment : body.split("/", -1)) {
            segment(segment, segments);
        }
        return segments;
    }

    private void segment(String text, List<Segment> segments) {
        if (text.isEmpty()) {
            fault(ProblemCode.EMPTY_SEGMENT, "has an empty segment.", "Write one slash between two segments.");
        } else if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            literal(text, segments);
        } else if (!balanced(text)) {
            fault(ProblemCode.UNBALANCED_BRACES, "has unbalanced braces in \"" + text + "\".", "Write {name}.");
            guess(text, segments);
        } else if (text.startsWith("{") && text.indexOf('}') == text.length() - 1) {
            variable(text.substring(1, text.length() - 1), segments);
        } else {
            fault(
                    ProblemCode.MIXED_SEGMENT,
                    "mixes text and variables in the segment \"" + text + "\".",
                    "Let the variable take the whole segment, and take its value apart in the method.");
            guess(text, segments);
        }
    }

    /** Takes every word for a variable, so that no parameter is told to have no source because of a brace. */
    private static void guess(String text, List<Segment> segments) {
        for (String word : text.split("[{}*]+")) {
            segments.add(new Segment.Variable(word));
        }
    }

    private static boolean balanced(String text) {
        boolean open = false;
        for (char c : text.toCharArray()) {
            if (c == (open ? '{' : '}')) {
                return false;
            }
            open = c == '{' || open && c != '}';
        }
        return !open;
    }

    private void literal(String text, List<Segment> segments) {
        if (text.equals(".") || text.equals("..")) {
            fault(
                    ProblemCode.DOT_SEGMENT,
                    "has the segment \"" + text + "\", which every client resolves before it asks.",
                    "Write the path that is meant.");
        }
        text.codePoints().filter(c -> !allowed(c)).findFirst().ifPresent(this::forbidden);
        segments.add(new Segment.Literal(text));
    }

    private static boolean allowed(int c) {
        return letter(c) || digit(c) || MARKS.indexOf(c) >= 0;
    }

    private static boolean letter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private void forbidden(int character) {
        String fix = switch (character) {
            case '?' -> "Take what follows the question mark with @QueryParam.";
            case '#' -> "Leave the fragment out: a client never sends it.";
            case '\\' -> "Separate segments with \"/\".";
            default -> "Use letters, digits and " + MARKS + ", or a variable.";
        };
        fault(ProblemCode.FORBIDDEN_CHARACTER, "has " + shown(character) + ", which no literal segment matches.", fix);
    }

    private static String shown(int character) {
        if (character == '"') {
            return "a quotation mark";
        }
        if (character == ' ') {
            return "a blank";
        }
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
                ? "the character U+%04X".formatted(character)
                : "\"" + Character.toString(character) + "\"";
    }

    private void variable(String content, List<Segment> segments) {
        boolean tail = content.startsWith("*");
        String name = tail ? content.substring(1) : content;
        boolean sound = !name.isEmpty()
                && (letter(name.charAt(0)) || name.charAt(0) == '_')
                && name.chars().allMatch(c -> letter(c) || digit(c) || c == '_' || c == '-');
        if (!sound) {
            fault(
                    ProblemCode.VARIABLE_NAME,
                    name.isEmpty() ? "has a variable without a name." : "has a variable named \"" + name + "\".",
                    "A name is letters, digits, - and _, and begins with a letter.");
        }
        segments.add(tail ? new Segment.Tail(name) : new Segment.Variable(name));
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
                            "has segments behind {*" + name + "}, which takes all there are.",
                            "Put the tail last, or write {" + name + "} for one segment.");
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
