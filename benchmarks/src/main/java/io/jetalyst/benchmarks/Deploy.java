package io.jetalyst.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Deploys a server with thousands of open WebSockets: the next process listens on the same port, the old one gets SIGTERM, and each client
 * connects again. Prints the figures, and writes the rates as a picture. Ends with exit code 1 if a client was not notified or not served.
 */
public final class Deploy {
    private Deploy() {}

    /** {@code [--sockets=10000] [--picture=docs/operations/deploy.svg]} */
    public static void main(String[] args) throws IOException, InterruptedException {
        int sockets = Capacity.sockets(Stage.option(args, "sockets", 10_000));
        int port = JavaProcess.freePort();
        try (JavaProcess old = Stage.deployed(port);
                JavaProcess load = Stage.load(DeployLoad.class, port, sockets)) {
            int refused = Integer.parseInt(load.line().substring("open ".length()));
            if (refused > 0) {
                throw new IOException(refused + " of " + sockets + " sockets were refused before the deploy");
            }
            try (JavaProcess next = Stage.deployed(port)) {
                load.tell("watch");
                long begin = System.nanoTime();
                old.terminate();
                int exit = old.exitCode();
                long exitMillis = (System.nanoTime() - begin) / 1_000_000;
                int[] closes = numbers(load.line());
                int[] handshakes = numbers(load.line());
                int[] counts = numbers(load.line());
                DeployFigures figures =
                        new DeployFigures(closes, handshakes, counts[0], counts[1], counts[2], exitMillis);
                report(args, sockets, figures);
                boolean unnoticed = exit == 0 && counts[0] == sockets && counts[1] == 0 && counts[2] == 0;
                next.terminate();
                System.exit(unnoticed ? 0 : 1);
            }
        }
    }

    private static void report(String[] args, int sockets, DeployFigures figures) throws IOException {
        System.out.printf("Java %s. %s%n", Runtime.version(), figures.sentence(sockets));
        String title = String.format(Locale.ROOT, "A deploy with %,d open WebSockets", sockets);
        for (String argument : args) {
            if (argument.startsWith("--picture=")) {
                Path file = Path.of(argument.substring("--picture=".length()));
                Files.writeString(file, new DeployPicture(figures, title).draw(figures.sentence(sockets)));
                System.out.println("The rates are in " + file + ".");
            }
        }
    }

    private static int[] numbers(String line) {
        return Stream.of(line.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
