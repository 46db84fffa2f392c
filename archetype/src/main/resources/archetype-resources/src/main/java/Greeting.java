package ${package};

import io.avaje.jsonb.Json;

/** What a page, the API and the socket answer: the words, and how many greetings there have been. */
@Json
public record Greeting(String text, long count) {}
