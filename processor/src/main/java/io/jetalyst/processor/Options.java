package io.jetalyst.processor;

import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.problem.NearMatch;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the user may set with {@code -Ajetalyst.…}.
 *
 * @param index whether the tables are listed for {@link java.util.ServiceLoader}; without, the application mounts them by hand
 * @param warnings whether warnings are told; errors always are
 */
record Options(boolean index, boolean warnings) {
    static final String INDEX = "jetalyst.index";
    static final String WARNINGS = "jetalyst.warnings";

    private static final List<String> NAMES = List.of(INDEX, WARNINGS);

    /** Reads the options of the compiler; those of others are passed over. */
    static Options of(Map<String, String> given, Problems problems) {
        Map<String, String> ours = new TreeMap<>(given);
        ours.keySet().removeIf(name -> !name.startsWith("jetalyst."));
        for (String name : ours.keySet()) {
            if (!NAMES.contains(name)) {
                problems.add(
                        ProblemCode.UNKNOWN_OPTION,
                        Origin.NOWHERE,
                        "There is no option -A" + name + ".",
                        NearMatch.question(name, NAMES) + "There are " + String.join(" and ", NAMES) + ".");
            }
        }
        return new Options(isOn(INDEX, ours, problems), isOn(WARNINGS, ours, problems));
    }

    private static boolean isOn(String name, Map<String, String> given, Problems problems) {
        String value = given.getOrDefault(name, "true");
        if (value == null || !value.equals("true") && !value.equals("false")) {
            problems.add(
                    ProblemCode.OPTION_VALUE,
                    Origin.NOWHERE,
                    "The option -A" + name + " is \"" + value + "\".",
                    "Write -A" + name + "=true or -A" + name + "=false.");
        }
        return !"false".equals(value);
    }
}
