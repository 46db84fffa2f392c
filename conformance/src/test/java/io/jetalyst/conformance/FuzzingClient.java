package io.jetalyst.conformance;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.python.core.Py;
import org.python.core.PyObject;
import org.python.util.PythonInterpreter;

/**
 * The fuzzing client of the Autobahn test suite, on Jython. It runs once in a process, as the event loop beneath it cannot be
 * started again: surefire gives each test class a process of its own.
 *
 * @param reports where it writes its reports, and a log
 */
record FuzzingClient(Path reports) {
    /** A client that writes its reports into a folder of this name, in the folder that Maven has chosen. */
    static FuzzingClient reportingTo(String folder) {
        String all = requireNonNull(System.getProperty("conformance.reports"), "conformance.reports is set by the pom");
        return new FuzzingClient(Path.of(all, folder));
    }

    /**
     * Judges each agent in each case.
     *
     * @param agents their addresses by their names
     * @param cases such as 7.1.6, or 7.* for a group
     */
    List<CaseResult> judge(Map<String, String> agents, List<String> cases) throws IOException {
        Files.createDirectories(reports);
        try (Writer log = Files.newBufferedWriter(reports.resolve("suite.log"));
                PythonInterpreter python = new PythonInterpreter();
                InputStream script = requireNonNull(FuzzingClient.class.getResourceAsStream("fuzzing_client.py"))) {
            python.setOut(log);
            python.setErr(log);
            python.execfile(script);
            PyObject[] arguments = Py.javas2pys(reports.toString(), agents, cases);
            return results((Map<?, ?>) python.get("run").__call__(arguments).__tojava__(Map.class));
        }
    }

    private List<CaseResult> results(Map<?, ?> index) {
        return index.entrySet().stream()
                .flatMap(agent -> ((Map<?, ?>) agent.getValue())
                        .entrySet().stream()
                                .map(found -> result((String) agent.getKey(), (String) found.getKey(), (Map<?, ?>)
                                        found.getValue())))
                .toList();
    }

    private CaseResult result(String agent, String id, Map<?, ?> found) {
        return new CaseResult(
                agent, id, (String) found.get("behavior"), (String) found.get("behaviorClose"), reports.resolve((String)
                        found.get("reportfile")));
    }
}
