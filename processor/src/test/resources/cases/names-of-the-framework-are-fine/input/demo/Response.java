package demo;

record Response(String text) {}
