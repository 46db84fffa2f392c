package demo;

import io.jetalyst.annotation.DefaultValue;

record Said(String from, @DefaultValue("a \"quoted\" text") String text) {}
