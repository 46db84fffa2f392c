package other;

public record Page(Item item) {}

record Item(String name) {}
