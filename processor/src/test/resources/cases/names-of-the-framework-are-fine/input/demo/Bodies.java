package demo;

record Bodies(String text) {}
