package io.jetalyst.internal.systemd;

import java.io.IOException;
import java.util.Map;

/** Sends messages to the service manager that started the process (sd_notify(3)). */
interface Notifier {
    String SOCKET = "NOTIFY_SOCKET";

    /** @param state lines such as {@code READY=1} */
    void send(String state) throws IOException;

    /**
     * The notifier for the socket of the service manager: a datagram socket of the UNIX domain, which Java itself cannot open. On JDK 22 and
     * later the C library opens it, before that the command {@code systemd-notify}, which is a child of this process.
     */
    static Notifier of(Map<String, String> environment) {
        String socket = environment.getOrDefault(SOCKET, "");
        if (socket.isEmpty()) {
            return state -> {};
        }
        boolean unix = socket.startsWith("/") || socket.startsWith("@");
        return NativeCalls.find()
                .filter(calls -> unix)
                .<Notifier>map(calls -> new DatagramNotifier(calls, socket))
                .orElseGet(CommandNotifier::new);
    }
}
