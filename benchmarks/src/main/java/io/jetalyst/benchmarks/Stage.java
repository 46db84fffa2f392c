package io.jetalyst.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a measurement takes place: the server on one core, the load on another, each in a process of its own. */
final class Stage {
    private static final String SERVER_CORE = "0";
    private static final String LOAD_CORE = "1";
    private static final String BOTH_CORES = "0,1";
    private static final List<String> SERVER_OPTIONS =
            List.of("-Xms512m", "-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private Stage() {}

    static JavaProcess server(Contestant contestant, int port) throws IOException {
        return server(SERVER_CORE, contestant.main(), contestant.arguments(), port);
    }

    static JavaProcess server(HttpContestant contestant, int port, boolean bothCores) throws IOException {
        return server(bothCores ? BOTH_CORES : SERVER_CORE, contestant.main(), contestant.arguments(), port);
    }

    private static JavaProcess server(String cores, Class<?> main, List<String> options, int port) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.add("--port=" + port);
        return JavaProcess.start(cores, SERVER_OPTIONS, main, arguments.toArray());
    }

    /** A server that shares its port with the process that it replaces; it listens when this returns. */
    static JavaProcess deployed(int port) throws IOException {
        JavaProcess server = JavaProcess.start(
                SERVER_CORE,
                SERVER_OPTIONS,
                OurServer.class,
                "--only=SocketController",
                "--port=" + port,
                "--server.reuse-port=true",
                "--server.max-connections=100000",
                "--server.max-handshakes-per-second=100000");
        server.line();
        return server;
    }

    static JavaProcess load(Class<?> main, int port, Object... arguments) throws IOException {
        return load(LOAD_CORE, main, port, arguments);
    }

    static JavaProcess load(Class<?> main, int port, boolean bothCores, String path, int connections, int seconds)
            throws IOException {
        return load(bothCores ? BOTH_CORES : LOAD_CORE, main, port, path, connections, seconds);
    }

    private static JavaProcess load(String cores, Class<?> main, int port, Object... arguments) throws IOException {
        List<Object> all = new ArrayList<>(List.of(port));
        all.addAll(List.of(arguments));
        return JavaProcess.start(cores, List.of(), main, all.toArray());
    }

    /** The number of an option {@code --name=7} of the command. */
    static int option(String[] args, String name, int otherwise) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith("--" + name + "="))
                .mapToInt(arg -> Integer.parseInt(arg.substring(name.length() + 3)))
                .findFirst()
                .orElse(otherwise);
    }
}
