package demo;

class Command_Listener {}
