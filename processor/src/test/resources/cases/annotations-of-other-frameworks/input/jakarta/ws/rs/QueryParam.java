package jakarta.ws.rs;
public @interface QueryParam { String value(); }
