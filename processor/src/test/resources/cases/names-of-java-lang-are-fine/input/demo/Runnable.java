package demo;

class Runnable {}
