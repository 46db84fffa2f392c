package io.jetalyst.testkit.tests.requests;

/** A guest. */
record Guest(String name, int age) {}
