package io.jetalyst.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * The figures of a deploy, in tenths of a second since SIGTERM.
 *
 * @param closes the sockets that the server closed in each tenth of a second
 * @param handshakes the handshakes that the next process answered with 101
 * @param back how many clients have a socket again
 * @param failed the attempts to connect that failed
 * @param withoutCode the sockets that ended without the close code 1012
 * @param exitMillis the time until the old process ended
 */
record DeployFigures(int[] closes, int[] handshakes, int back, int failed, int withoutCode, long exitMillis) {
    /** The sum of so many tenths of a second, beginning with this one. */
    static int sum(int[] values, int first, int many) {
        return Arrays.stream(values, first, Math.min(values.length, first + many))
                .sum();
    }

    /** The highest rate in a second, of so many tenths of a second together. */
    static int highestRate(int[] values, int many) {
        int highest = 0;
        for (int i = 0; i < values.length; i += many) {
            highest = Math.max(highest, sum(values, i, many) * 10 / many);
        }
        return highest;
    }

    /** The last tenth of a second with anything in it, as seconds. */
    static double last(int[] values) {
        int last = values.length;
        while (last > 0 && values[last - 1] == 0) {
            last--;
        }
        return last / 10.0;
    }

    String sentence(int sockets) {
        return String.format(
                Locale.ROOT,
                "%,d sockets: the last was closed after %.1f s, the old process ended after %.1f s, and all clients were back after"
                        + " %.1f s. At most %,d handshakes in a second, %d attempts to connect failed, and %d sockets ended without"
                        + " the code 1012.",
                sockets,
                last(closes),
                exitMillis / 1000.0,
                last(handshakes),
                highestRate(handshakes, 10),
                failed,
                withoutCode);
    }
}
