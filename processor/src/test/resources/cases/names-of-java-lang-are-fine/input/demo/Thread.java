package demo;

class Thread {}
