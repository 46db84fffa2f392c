package demo;

class Number {}
