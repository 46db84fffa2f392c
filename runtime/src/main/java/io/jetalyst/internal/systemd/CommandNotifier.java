package io.jetalyst.internal.systemd;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends each message with the command {@code systemd-notify}, a child of this process: the unit needs {@code NotifyAccess=all}. */
final class CommandNotifier implements Notifier {
    private static final String COMMAND = "systemd-notify";
    private static final int TIMEOUT_SECONDS = 10;

    @Override
    public void send(String state) throws IOException {
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(state.lines().toList());
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "JDK " + Runtime.version().feature() + " cannot send to " + SOCKET + " itself, and the command "
                            + COMMAND + " does not run. Run the application on JDK 22 or later, or install " + COMMAND
                            + " and set NotifyAccess=all in the unit",
                    e);
        }
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(COMMAND + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(COMMAND + " failed. Set NotifyAccess=all in the unit");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            process.destroyForcibly(); // has no effect on one that has ended
        }
    }
}
