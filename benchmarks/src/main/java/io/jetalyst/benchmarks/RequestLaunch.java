package io.jetalyst.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One launch of all servers and of one load, which loads them in turn while the others are idle. So a disturbance of the machine falls on all of
 * them, and each figure can be compared with that of another server a second before or after.
 */
final class RequestLaunch implements AutoCloseable {
    private final boolean oneCore;
    private final List<HttpContestant> contestants;
    private final List<JavaProcess> servers = new ArrayList<>();
    private final JavaProcess load;

    RequestLaunch(List<HttpContestant> contestants, String path, boolean http2, int connections, boolean oneCore)
            throws IOException, InterruptedException {
        this.oneCore = oneCore;
        this.contestants = contestants;
        List<Object> arguments = new ArrayList<>(List.of(http2 ? 2 : 1, connections));
        for (HttpContestant contestant : contestants) {
            int port = JavaProcess.freePort();
            JavaProcess server = Stage.server(contestant, port, oneCore);
            servers.add(server);
            server.awaitPort(port);
            arguments.addAll(List.of(port, contestant.path(path)));
        }
        load = Stage.requestLoad(oneCore, arguments.toArray());
    }

    /** Loads each server for so long, on both cores, so that its compiler does not compete with it. Then each process is moved to its cores. */
    void warmUp(int seconds) throws IOException, InterruptedException {
        for (int i = 0; i < servers.size(); i++) {
            for (int second = 0; second < seconds; second++) {
                run(i, TimeUnit.SECONDS.toMillis(1));
            }
        }
        if (oneCore) {
            for (JavaProcess server : servers) {
                server.moveTo(Stage.SERVER_CORE);
            }
        }
    }

    /** Loads each server once, in the opposite order if the number of the round is odd. */
    void round(int number, long millis, Map<HttpContestant, List<RequestFigures>> results) throws IOException {
        for (int i = 0; i < servers.size(); i++) {
            int server = number % 2 == 0 ? i : servers.size() - 1 - i;
            Meter before = Meter.read(servers.get(server));
            String counted = run(server, millis);
            Meter spent = Meter.read(servers.get(server)).minus(before);
            results.computeIfAbsent(contestants.get(server), any -> new ArrayList<>())
                    .add(RequestFigures.of(counted, spent));
        }
    }

    private String run(int server, long millis) throws IOException {
        load.tell(server + " " + millis);
        return load.line();
    }

    /** CPU time of all processes of this launch. */
    long cpuNanos() {
        return load.cpuNanos()
                + servers.stream().mapToLong(JavaProcess::cpuNanos).sum();
    }

    @Override
    public void close() {
        load.close();
        servers.forEach(JavaProcess::close);
    }
}
