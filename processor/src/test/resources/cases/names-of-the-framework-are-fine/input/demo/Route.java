package demo;

record Route(String text) {}
