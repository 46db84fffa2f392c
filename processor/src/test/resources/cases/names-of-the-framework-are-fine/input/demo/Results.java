package demo;

record Results(String text) {}
