package io.jetalyst.processor.check;

import io.jetalyst.processor.decl.ForeignDecl;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.problem.ProblemCode;
import io.jetalyst.processor.problem.Problems;
import java.util.Map;

/** Annotations of other web frameworks have no effect on a controller. Most of them are imported by mistake. */
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

    private ForeignRule() {}

    static void check(ForeignDecl foreign, Problems problems) {
        String simpleName = foreign.annotation().substring(foreign.annotation().lastIndexOf('.') + 1);
        String equivalent = EQUIVALENTS.getOrDefault(simpleName, simpleName);
        String fix;
        if (Vocabulary.has(equivalent)) {
            fix = "Use io.jetalyst.annotation." + equivalent + ".";
        } else {
            fix = "Remove it; a Request has the headers and everything else of a request.";
        }
        problems.add(
                ProblemCode.FOREIGN_ANNOTATION,
                foreign.origin(),
                "@" + simpleName + " is " + foreign.annotation() + ", which has no effect here.",
                fix);
    }
}
