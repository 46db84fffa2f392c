package io.jetalyst.processor;

import io.jetalyst.processor.check.Checker;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import io.jetalyst.processor.read.ForeignReader;
import io.jetalyst.processor.read.LombokReader;
import io.jetalyst.processor.read.RuntimeReader;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.util.Elements;

/** Checks what must hold before anything else about a class is worth a problem: one mistake here would come with many others. */
final class Prerequisites {
    /** The modules that were reported, and {@code ""} for the class path. */
    private final Set<String> reported = new TreeSet<>();

    /** Whether code beside the class of this name can name the runtime; reports once for each module if it cannot. */
    boolean runtime(String name, Elements elements, Problems problems) {
        return new RuntimeReader(elements)
                .blind(name)
                .map(blind -> {
                    if (reported.add(blind.module())) {
                        report(blind, problems);
                    }
                    return false;
                })
                .orElse(true);
    }

    private static void report(RuntimeReader.Blind blind, Problems problems) {
        if (blind.module().isEmpty()) {
            problems.add(
                    ProblemCode.RUNTIME_NOT_READ,
                    blind.origin(),
                    "The runtime of Jetalyst, which generated code needs, is not on the class path.",
                    "Add the dependency io.jetalyst:jetalyst-runtime, or io.jetalyst:jetalyst-jetty-engine, which brings it.");
        } else {
            problems.add(
                    ProblemCode.RUNTIME_NOT_READ,
                    blind.origin(),
                    "The module " + blind.module() + " does not read io.jetalyst.runtime, which generated code needs.",
                    "Add to module-info.java:\n    requires io.jetalyst.runtime;");
        }
    }

    /** Checks that the controller of this name is as the user meant it: with its constructor, and with our annotations. */
    void controller(String name, Elements elements, Problems problems) {
        new LombokReader(elements)
                .withoutConstructor(name)
                .ifPresent(origin -> problems.add(
                        ProblemCode.CONSTRUCTOR_TOO_LATE,
                        origin,
                        "Lombok has not added the constructor of " + name.substring(name.lastIndexOf('.') + 1)
                                + " yet.",
                        "Put Lombok before jetalyst-processor on the processor path."));
        Checker.checkForeign(new ForeignReader(elements).read(name), problems);
    }
}
