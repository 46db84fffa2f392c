package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ForeignDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Map;

/** Annotations of other frameworks have no effect on a controller. Most of them are imported by mistake. */
final class ForeignRule {
    private static final Map<String, String> EQUIVALENTS = Map.ofEntries(
            Map.entry("GET", "Get"),
            Map.entry("POST", "Post"),
            Map.entry("PUT", "Put"),
            Map.entry("PATCH", "Patch"),
            Map.entry("DELETE", "Delete"),
            Map.entry("GetMapping", "Get"),
            Map.entry("PostMapping", "Post"),
            Map.entry("PutMapping", "Put"),
            Map.entry("PatchMapping", "Patch"),
            Map.entry("DeleteMapping", "Delete"),
            Map.entry("RequestMapping", "Path"),
            Map.entry("RestController", "Controller"),
            Map.entry("PathVariable", "PathParam"),
            Map.entry("RequestParam", "QueryParam"),
            Map.entry("QueryValue", "QueryParam"),
            Map.entry("RequestBody", "Body"),
            Map.entry("ServerEndpoint", "WebSocket"));

    /** The mending of annotations that no other one can replace where they are. */
    private static final Map<String, String> FIXES = Map.of(
            Vocabulary.RUN_AS,
            "Remove it: a route runs with the identity of its client, and @RolesAllowed decides which clients it answers.",
            Vocabulary.DECLARE_ROLES,
            "Declare the roles with @io.jetalyst.annotation.Roles before the package in package-info.java.");

    private ForeignRule() {}

    static void check(ForeignDecl foreign, Problems problems) {
        String simpleName = foreign.annotation().substring(foreign.annotation().lastIndexOf('.') + 1);
        String equivalent = EQUIVALENTS.getOrDefault(simpleName, simpleName);
        String general = Vocabulary.has(equivalent)
                ? "Use io.jetalyst.annotation." + equivalent + "."
                : "Remove it; a Request has the headers and everything else of a request.";
        String fix = FIXES.getOrDefault(foreign.annotation(), general);
        problems.add(
                ProblemCode.FOREIGN_ANNOTATION,
                foreign.origin(),
                "@" + simpleName + " is " + foreign.annotation() + ", which has no effect here.",
                fix);
    }
}
