package demo;

record Generated(String text) {}
