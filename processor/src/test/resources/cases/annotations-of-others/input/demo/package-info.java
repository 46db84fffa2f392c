@io.jetalyst.annotation.Roles({"clerk", "admin", "owner"})
package demo;
