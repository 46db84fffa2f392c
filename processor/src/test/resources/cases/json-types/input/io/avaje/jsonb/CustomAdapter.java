package io.avaje.jsonb;

public @interface CustomAdapter {}
