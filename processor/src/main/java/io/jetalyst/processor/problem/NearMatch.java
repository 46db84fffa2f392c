package io.jetalyst.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a user most likely meant to write. */
public final class NearMatch {
    private NearMatch() {}

    /** The candidate nearest to this word, if one is near: a third of its letters may be wrong, but those of a word of two. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        int tolerance = word.length() / 3;
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) <= tolerance)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A question to put before a fix, with a blank behind it: {@code Did you mean "room"? }; empty if nothing is near. */
    public static String question(String word, Collection<String> candidates) {
        return of(word, candidates)
                .map(near -> "Did you mean \"" + near + "\"? ")
                .orElse("");
    }

    /** Letters to insert, delete, replace or swap with their neighbour, case not counting. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] cost) {
        int replace = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
