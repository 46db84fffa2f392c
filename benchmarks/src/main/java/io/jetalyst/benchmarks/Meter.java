package io.jetalyst.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The resources that a server's process has used so far. A server prints them for each line of its input.
 *
 * @param cpuNanos CPU time of all threads
 * @param allocatedBytes bytes that threads have allocated; before JDK 21 only those of threads that live
 */
record Meter(long cpuNanos, long allocatedBytes) {
    private static final String PREFIX = "meter ";

    /** Starts a thread that answers {@link #read}. */
    static void start() {
        Thread thread = new Thread(Meter::answer, "meter");
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks a server, in whose process {@link #start} was called. */
    static Meter read(JavaProcess server) throws IOException {
        server.tell("");
        String line = server.line();
        while (!line.startsWith(PREFIX)) {
            line = server.line();
        }
        String[] values = line.substring(PREFIX.length()).split(" ");
        return new Meter(Long.parseLong(values[0]), Long.parseLong(values[1]));
    }

    Meter minus(Meter earlier) {
        return new Meter(cpuNanos - earlier.cpuNanos, allocatedBytes - earlier.allocatedBytes);
    }

    private static void answer() {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (lines.readLine() != null) {
                System.out.println(PREFIX + process.getProcessCpuTime() + " " + allocated());
            }
        } catch (IOException closed) {
            throw new IllegalStateException("The input of the server cannot be read", closed);
        }
    }

    private static long allocated() {
        try {
            return (Long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "TotalThreadAllocatedBytes");
        } catch (JMException beforeJdk21) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                    .filter(bytes -> bytes > 0)
                    .sum();
        }
    }
}
