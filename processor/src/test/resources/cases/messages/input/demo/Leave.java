package demo;

public final class Leave implements Command {}
