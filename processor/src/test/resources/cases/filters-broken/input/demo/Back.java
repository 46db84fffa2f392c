package demo;

@Circular
@interface Back {}
