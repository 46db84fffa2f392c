package io.jetalyst.config;

/**
 * A value with where it came from.
 *
 * @param key such as {@code server.port}
 * @param source for people, as they would look for it: {@code --port}, {@code environment variable PORT}
 */
public record Setting(String key, String value, String source) {}
