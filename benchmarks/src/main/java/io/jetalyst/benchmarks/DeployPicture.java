package io.jetalyst.benchmarks;

import java.util.Locale;

/** Draws the rates of a deploy as SVG: the sockets that the old process closes, and the handshakes that the next one answers. */
final class DeployPicture {
    private static final int LEFT = 70;
    private static final int TOP = 60;
    private static final int WIDTH = 620;
    private static final int HEIGHT = 220;
    /** So many tenths of a second are one point of the picture. */
    private static final int STEP = 2;

    private final DeployFigures figures;
    private final String title;
    private final int seconds;
    private final int highest;
    private final StringBuilder svg = new StringBuilder();

    DeployPicture(DeployFigures figures, String title) {
        this.figures = figures;
        this.title = title;
        this.seconds = (int) Math.ceil(
                        Math.max(DeployFigures.last(figures.closes()), DeployFigures.last(figures.handshakes())))
                + 1;
        int rate = Math.max(
                DeployFigures.highestRate(figures.closes(), STEP),
                DeployFigures.highestRate(figures.handshakes(), STEP));
        this.highest = (rate / 500 + 1) * 500;
    }

    /** @param description for readers that do not see it */
    String draw(String description) {
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 340" role="img" aria-labelledby="title description" \
                font-family="sans-serif" font-size="13" fill="#222">
                <title id="title">%s</title>
                <desc id="description">%s</desc>
                <rect width="720" height="340" fill="#fff"/>
                <text x="%d" y="24" font-size="16" font-weight="bold">%s</text>
                """.formatted(title, description, LEFT, title));
        legend(LEFT, "#c8cdd3", "sockets that the old process closes");
        legend(LEFT + 290, "#1f5fbf", "handshakes that the next process answers");
        grid();
        area(figures.closes(), "fill=\"#c8cdd3\"");
        area(figures.handshakes(), "fill=\"#1f5fbf\" fill-opacity=\"0.25\" stroke=\"#1f5fbf\" stroke-width=\"2\"");
        return svg.append("</svg>\n").toString();
    }

    private void legend(int x, String color, String text) {
        svg.append("<rect x=\"%d\" y=\"35\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"46\">%s</text>%n"
                .formatted(x, color, x + 18, text));
    }

    private void grid() {
        int step = highest > 2_000 ? 1_000 : 500;
        for (int rate = 0; rate <= highest; rate += step) {
            svg.append("<path d=\"M%d %s h%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%s\" text-anchor=\"end\">%s</text>%n"
                    .formatted(
                            LEFT,
                            y(rate),
                            WIDTH,
                            LEFT - 8,
                            y(rate - highest / 55),
                            String.format(Locale.ROOT, "%,d", rate)));
        }
        svg.append("<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">in a second</text>%n"
                .formatted(TOP + HEIGHT / 2));
        for (int second = 0; second <= seconds; second++) {
            svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%d</text>%n"
                    .formatted(x(second * 10), TOP + HEIGHT + 20, second));
        }
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">seconds after SIGTERM</text>%n"
                .formatted(LEFT + WIDTH / 2, TOP + HEIGHT + 44));
    }

    private void area(int[] values, String style) {
        svg.append("<path d=\"M%s %s".formatted(x(0), y(0)));
        for (int i = 0; i < seconds * 10; i += STEP) {
            String rate = y(DeployFigures.sum(values, i, STEP) * 10 / STEP);
            svg.append(" V%s H%s".formatted(rate, x(i + STEP)));
        }
        svg.append(" V%s Z\" %s/>%n".formatted(y(0), style));
    }

    private String x(int tenths) {
        return decimal(LEFT + tenths * (double) WIDTH / (seconds * 10));
    }

    private String y(int rate) {
        return decimal(TOP + HEIGHT - rate * (double) HEIGHT / highest);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
