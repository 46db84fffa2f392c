package io.jetalyst.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many sockets this machine has room for: each is a descriptor in both processes, and a port of the load's. */
final class Capacity {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    /** Files, libraries and what else a process has open. */
    private static final int OTHER_DESCRIPTORS = 500;

    private Capacity() {}

    /** As many as are wanted and possible, with one in a hundred more that stall. */
    static int sockets(int wanted) throws IOException {
        int possible = (int) (Math.min(descriptors() - OTHER_DESCRIPTORS, ports()) / 1.01);
        if (possible < wanted) {
            System.out.printf(
                    "%d sockets, not %d: this process may have %d descriptors (ulimit -Hn), and the load %d ports (%s).%n",
                    possible, wanted, descriptors(), ports(), PORTS);
        }
        return Math.min(wanted, possible);
    }

    private static long descriptors() throws IOException {
        String line = lines(LIMITS).stream()
                .filter(each -> each.startsWith("Max open files"))
                .findFirst()
                .orElseThrow();
        String soft = line.split(" {2,}")[1];
        return soft.equals("unlimited") ? Integer.MAX_VALUE : Long.parseLong(soft);
    }

    /** Some are in use, and some wait for the end of an earlier connection: a third is left alone. */
    private static long ports() throws IOException {
        String[] range = lines(PORTS).get(0).trim().split("\\s+");
        return (Long.parseLong(range[1]) - Long.parseLong(range[0])) * 2 / 3;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }
}
