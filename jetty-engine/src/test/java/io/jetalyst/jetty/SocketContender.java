package io.jetalyst.jetty;

import io.jetalyst.engine.Listener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** A process that binds a UNIX socket whenever its standard input says so. */
public final class SocketContender implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private SocketContender(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static SocketContender start(Path socket) throws IOException {
        return new SocketContender(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SocketContender.class.getName(),
                        socket.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    void send(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Binds the socket at each line {@code bind}, and leaves its file at each line {@code leave}. */
    public static void main(String[] args) throws IOException {
        Listener.Unix address = (Listener.Unix) Listener.unix(Path.of(args[0])).address();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        UnixSocketFile bound = null;
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            if (command.equals("bind")) {
                try {
                    bound = UnixSocketFile.bind(address, 1);
                    System.out.println("bound");
                } catch (BindException | FileAlreadyExistsException taken) {
                    System.out.println("taken");
                }
            } else {
                if (bound != null) {
                    bound.channel().close();
                    bound = null;
                }
                System.out.println("left");
            }
        }
    }
}
