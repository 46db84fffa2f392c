package demo;

record RouteTable(String text) {}
