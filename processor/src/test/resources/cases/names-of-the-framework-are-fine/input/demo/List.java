package demo;

record List(String text) {}
