package ${package};

import io.avaje.jsonb.Json;

/** The answer of the page, the API and the socket: a text, and the number of greetings so far. */
@Json
public record Greeting(String text, long count) {}
