package ${package};

/** What a page, an API or a socket answers: the words, and how many greetings there have been. */
public record Greeting(String text, long count) {}
