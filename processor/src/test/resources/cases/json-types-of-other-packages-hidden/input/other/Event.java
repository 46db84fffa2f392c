package other;

public sealed interface Event {}

record Joined(String who) implements Event {}
