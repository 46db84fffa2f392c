package io.jetalyst.testkit.tests;

public record Guest(String name, int seat) {}
