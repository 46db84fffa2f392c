package ${package};

/** The answer of the page, the API and the socket: a text, and the number of greetings so far. */
public record Greeting(String text, long count) {}
