package demo;

class Override {}
