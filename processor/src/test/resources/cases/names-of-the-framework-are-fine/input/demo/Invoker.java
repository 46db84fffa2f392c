package demo;

record Invoker(String text) {}
