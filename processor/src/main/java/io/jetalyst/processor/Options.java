package io.jetalyst.processor;

import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of the processor, {@code -Ajetalyst.…}.
 *
 * @param index whether the tables are listed for {@link java.util.ServiceLoader}; otherwise the application mounts them by hand
 * @param warnings whether warnings are reported; errors always are
 * @param json whether avaje-jsonb, if it is present, generates adapters for the results of controllers
 * @param links whether a class with links to its routes is generated for each controller
 * @param denyByDefault whether each route needs an annotation that decides its clients
 * @param validation whether constraints are checked before a method is called; otherwise the application checks them itself
 */
record Options(
        boolean index, boolean warnings, boolean json, boolean links, boolean denyByDefault, boolean validation) {
    static final String INDEX = "jetalyst.index";
    static final String WARNINGS = "jetalyst.warnings";

    static final String JSON = "jetalyst.json";
    static final String LINKS = "jetalyst.links";
    static final String SECURITY_DEFAULT = "jetalyst.security.default";
    static final String VALIDATION = "jetalyst.validation";

    /** Without options on the command line. */
    static final Options DEFAULT = new Options(true, true, true, true, false, true);

    static final List<String> NAMES = List.of(INDEX, WARNINGS, JSON, LINKS, SECURITY_DEFAULT, VALIDATION);

    /** Reads the options of the compiler, and ignores those of other processors. */
    static Options of(Map<String, String> given, Problems problems) {
        Map<String, String> ours = new TreeMap<>(given);
        ours.keySet().removeIf(name -> !name.startsWith("jetalyst."));
        for (String name : ours.keySet()) {
            if (!NAMES.contains(name)) {
                problems.add(
                        ProblemCode.UNKNOWN_OPTION,
                        Origin.NOWHERE,
                        "There is no option -A" + name + ".",
                        NearMatch.question(name, NAMES) + "There are " + String.join(", ", NAMES) + ".");
            }
        }
        return new Options(
                isOn(INDEX, "true", "false", ours, problems),
                isOn(WARNINGS, "true", "false", ours, problems),
                isOn(JSON, "avaje", "none", ours, problems),
                isOn(LINKS, "typed", "none", ours, problems),
                !isOn(SECURITY_DEFAULT, "permit", "deny", ours, problems),
                isOn(VALIDATION, "avaje", "none", ours, problems));
    }

    private static boolean isOn(String name, String on, String off, Map<String, String> given, Problems problems) {
        String value = given.getOrDefault(name, on);
        if (value == null || !value.equals(on) && !value.equals(off)) {
            problems.add(
                    ProblemCode.OPTION_VALUE,
                    Origin.NOWHERE,
                    "The option -A" + name + " is \"" + value + "\".",
                    "Write -A" + name + "=" + on + " or -A" + name + "=" + off + ".");
        }
        return !off.equals(value);
    }
}
