package demo;

class Params {}
