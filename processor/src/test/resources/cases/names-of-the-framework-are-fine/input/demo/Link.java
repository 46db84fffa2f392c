package demo;

record Link(String text) {}
