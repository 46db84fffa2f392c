package io.jetalyst.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where a measurement takes place: the server on one core, the load on another, each in a process of its own. */
final class Stage {
    static final String SERVER_CORE = "0";
    private static final String LOAD_CORE = "1";
    private static final String BOTH_CORES = "0,1";
    private static final List<String> SERVER_OPTIONS =
            List.of("-Xms512m", "-Xmx512m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private Stage() {}

    static JavaProcess server(Contestant contestant, int port) throws IOException {
        return server(contestant.main(), contestant.arguments(), port);
    }

    /** On both cores; but if it is to have one core later, the JVM does not see the other. */
    static JavaProcess server(HttpContestant contestant, int port, boolean oneCore) throws IOException {
        List<String> arguments = new ArrayList<>(contestant.arguments());
        arguments.add("--port=" + port);
        List<String> options = new ArrayList<>(SERVER_OPTIONS);
        options.add("-XX:ActiveProcessorCount=" + (oneCore ? 1 : 2));
        return JavaProcess.start(BOTH_CORES, options, contestant.main(), arguments.toArray());
    }

    private static JavaProcess server(Class<?> main, List<String> options, int port) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.add("--port=" + port);
        return JavaProcess.start(SERVER_CORE, SERVER_OPTIONS, main, arguments.toArray());
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
        List<Object> all = new ArrayList<>(List.of(port));
        all.addAll(List.of(arguments));
        return JavaProcess.start(LOAD_CORE, List.of(), main, all.toArray());
    }

    static JavaProcess requestLoad(boolean oneCore, Object... arguments) throws IOException {
        return JavaProcess.start(oneCore ? LOAD_CORE : BOTH_CORES, List.of(), RequestLoad.class, arguments);
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
