package demo;

import io.jetalyst.annotation.AllowOrigins;
import io.jetalyst.annotation.ContentSecurityPolicy;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Put;

@Controller
@AllowOrigins("*")
@ContentSecurityPolicy("img-src 'self' data:; script-src 'self' 'sha256-AAAA='")
class Maps {
    @Get("/map")
    String map() {
        return "";
    }

    @Get("/embedded")
    @ContentSecurityPolicy("frame-ancestors https://*.partner.example:8443 [::1]:*; sandbox allow-scripts")
    String embedded() {
        return "";
    }

    @Put("/map")
    @AllowOrigins(
            value = {"https://app.example", "http://[::1]:8080"},
            credentials = true,
            headers = {},
            exposed = "ETag",
            maxAgeSeconds = 60)
    void change() {}
}
