package demo;

record Bindings(String text) {}
