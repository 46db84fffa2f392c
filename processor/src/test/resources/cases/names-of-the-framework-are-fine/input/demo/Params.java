package demo;

record Params(String text) {}
