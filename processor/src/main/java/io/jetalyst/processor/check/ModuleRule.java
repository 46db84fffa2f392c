package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ModuleDecl;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A named module provides every table and all JSON types: in a named module, {@code ServiceLoader} ignores {@code META-INF/services}. */
final class ModuleRule {
    private ModuleRule() {}

    static void check(ModuleDecl module, List<String> tables, List<String> jsonTypes, Problems problems) {
        check(module, "io.jetalyst.table.RouteTable", module.tables(), tables, problems);
        check(module, "io.jetalyst.codec.JsonTypes", module.jsonTypes(), jsonTypes, problems);
    }

    private static void check(
            ModuleDecl module, String service, Set<String> provided, List<String> written, Problems problems) {
        if (provided.containsAll(written)) {
            return;
        }
        TreeSet<String> missing = new TreeSet<>(written);
        missing.removeAll(provided);
        TreeSet<String> all = new TreeSet<>(written);
        all.addAll(provided);
        problems.add(
                ProblemCode.TABLE_NOT_PROVIDED,
                module.origin(),
                "The module " + module.name() + " does not provide " + String.join(", ", missing) + ".",
                (provided.isEmpty() ? "Add to" : "Replace the directive in") + " module-info.java:\n    provides "
                        + service + " with\n        " + String.join(",\n        ", all) + ";");
    }
}
