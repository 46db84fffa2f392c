package io.jetalyst.internal.systemd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sockets that the service manager passes to this process, in the order of its unit (sd_listen_fds(3)).
 *
 * @param descriptors from 3 on
 * @param problem why there is none; empty if there are some
 */
public record PassedSockets(List<Descriptor> descriptors, String problem) {
    private static final int FIRST = 3;
    private static final int MAX = 1000;

    /** A descriptor with the name that {@code FileDescriptorName=} of its unit gives it. */
    public record Descriptor(int number, String name) {}

    /** The sockets of this process, without those that an application of this process has used before. */
    public static PassedSockets ofProcess() {
        PassedSockets all = of(System.getenv(), ProcessHandle.current().pid());
        List<Descriptor> left = all.descriptors.stream()
                .filter(descriptor -> !InheritedSocket.isAdopted(descriptor.number()))
                .toList();
        return left.isEmpty() && !all.descriptors.isEmpty()
                ? none(
                        "an application that this process has started before has used the sockets. Start a process for each"
                                + " application")
                : new PassedSockets(left, all.problem);
    }

    static PassedSockets of(Map<String, String> environment, long pid) {
        String count = environment.getOrDefault("LISTEN_FDS", "");
        String owner = environment.getOrDefault("LISTEN_PID", "");
        if (!count.matches("[1-9]\\d{0,3}") || Integer.parseInt(count) > MAX) {
            return none("the variable LISTEN_FDS is not set. Start the socket unit, not the service");
        }
        if (!owner.equals(Long.toString(pid))) {
            return none("the sockets are for the process LISTEN_PID=" + owner + ", and this one is " + pid
                    + ". A script that starts the application has to do it with exec");
        }
        String[] names = environment.getOrDefault("LISTEN_FDNAMES", "").split(":", -1);
        List<Descriptor> descriptors = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(count); i++) {
            descriptors.add(new Descriptor(FIRST + i, i < names.length ? names[i] : ""));
        }
        return new PassedSockets(List.copyOf(descriptors), "");
    }

    private static PassedSockets none(String problem) {
        return new PassedSockets(List.of(), problem);
    }
}
