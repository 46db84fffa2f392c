@io.jetalyst.annotation.Roles({"admin", "member"})
package demo;
