package io.jetalyst.jetty.process;

import io.jetalyst.counterpart.Counterparts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The socket on which a service manager receives notifications: a datagram socket of the UNIX domain, which Python opens. */
final class ServiceManager implements AutoCloseable {
    private static final String SCRIPT = """
            import socket, sys
            path = sys.argv[1]
            receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            receiver.bind('\\0' + path[1:] if path[0] == '@' else path)
            print('bound', flush=True)
            while True:
                print(receiver.recv(65536).decode().strip().replace('\\n', ' '), flush=True)
            """;

    private final Process process;
    private final BufferedReader messages;

    /** @param path of its socket; {@code @} at its beginning is the abstract namespace */
    ServiceManager(String path) throws IOException {
        if (Runtime.version().feature() < 22) {
            Counterparts.find("systemd-notify"); // with which an application notifies before JDK 22
        }
        process = new ProcessBuilder(Counterparts.find("python3").toString(), "-c", SCRIPT, path)
                .redirectErrorStream(true)
                .start();
        messages = process.inputReader(StandardCharsets.UTF_8);
        if (!"bound".equals(messages.readLine())) {
            throw new IOException("Python did not bind " + path);
        }
    }

    /** The next message, its lines separated by spaces. */
    String next() throws IOException {
        String message = String.valueOf(messages.readLine());
        while (message.startsWith("BARRIER=1")) { // systemd-notify waits until it is received
            message = String.valueOf(messages.readLine());
        }
        return message;
    }

    /** Runs a command with the variable WATCHDOG_PID, which is the id of the process of that command. */
    static List<String> withWatchdogPid() {
        return List.of("sh", "-c", "WATCHDOG_PID=$$ exec \"$0\" \"$@\"");
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
