package demo;

abstract class Plain<T> {
    T nothing() { return null; }
}
