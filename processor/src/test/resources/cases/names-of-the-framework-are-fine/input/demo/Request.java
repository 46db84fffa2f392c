package demo;

record Request(String text) {}
