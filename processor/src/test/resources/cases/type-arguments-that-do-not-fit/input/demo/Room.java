package demo;

record Room(String name) {}
