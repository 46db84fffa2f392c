package io.jetalyst.benchmarks;

/** The answers to the measured requests, the same from all servers. */
final class Posts {
    static final String PLAINTEXT = "Hello, World!";

    private Posts() {}

    static String title(long user, int page) {
        return "Posts of " + user + ", page " + page;
    }
}
