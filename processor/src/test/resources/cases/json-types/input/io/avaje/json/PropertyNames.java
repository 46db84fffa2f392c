package io.avaje.json;

public interface PropertyNames {}
