package demo;

record Context(String text) {}
