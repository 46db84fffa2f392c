package demo;

record Path(String text) {}
