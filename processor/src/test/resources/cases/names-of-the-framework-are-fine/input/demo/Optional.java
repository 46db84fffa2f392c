package demo;

record Optional(String text) {}
