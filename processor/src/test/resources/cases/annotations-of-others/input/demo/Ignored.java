package demo;

@interface Ignored {}
