package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ModuleDecl;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.List;
import java.util.TreeSet;

/** A named module provides every table: in a named module, {@code ServiceLoader} ignores {@code META-INF/services}. */
final class ModuleRule {
    private ModuleRule() {}

    static void check(ModuleDecl module, List<String> tables, Problems problems) {
        if (module.tables().containsAll(tables)) {
            return;
        }
        TreeSet<String> missing = new TreeSet<>(tables);
        missing.removeAll(module.tables());
        TreeSet<String> all = new TreeSet<>(tables);
        all.addAll(module.tables());
        problems.add(
                ProblemCode.TABLE_NOT_PROVIDED,
                module.origin(),
                "The module " + module.name() + " does not provide " + String.join(", ", missing) + ".",
                (module.tables().isEmpty() ? "Add to" : "Replace the directive in") + " module-info.java:\n"
                        + "    provides io.jetalyst.table.RouteTable with\n        "
                        + String.join(",\n        ", all) + ";");
    }
}
