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
 * The fuzzing client of the Autobahn test suite, on Jython. It runs only once in a process, because its event loop cannot be started again;
 * surefire gives each test class its own process.
 *
 * @param reports the folder of its reports and its log
 */
record FuzzingClient(Path reports) {
    /** Creates a client that writes its reports to a folder of this name, below the folder that Maven has chosen. */
    static FuzzingClient reportingTo(String folder) {
        String all = requireNonNull(System.getProperty("conformance.reports"), "conformance.reports is set by the pom");
        return new FuzzingClient(Path.of(all, folder));
    }

    /**
     * Tests each agent in each case.
     *
     * @param agents the addresses by name
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
