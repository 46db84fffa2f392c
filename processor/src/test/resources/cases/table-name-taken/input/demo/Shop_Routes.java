package demo;

class Shop_Routes {}
