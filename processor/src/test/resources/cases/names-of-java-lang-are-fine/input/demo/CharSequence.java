package demo;

class CharSequence {}
