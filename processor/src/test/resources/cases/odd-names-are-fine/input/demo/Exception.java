package demo;

class Exception {}
