package demo;

record Result(String text) {}
