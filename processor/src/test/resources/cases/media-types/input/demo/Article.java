package demo;

record Article(String title) {}
