package io.jetalyst.testkit.tests;

import io.avaje.jsonb.Json;

@Json
public record Guest(String name, int seat) {}
