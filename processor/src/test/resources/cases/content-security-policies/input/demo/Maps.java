package demo;

import io.jetalyst.annotation.ContentSecurityPolicy;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;

@Controller
@ContentSecurityPolicy("img-src 'self' data:; script-src 'self' 'sha256-AAAA='")
class Maps {
    @Get("/map")
    String map() {
        return "";
    }

    @Get("/embedded")
    @ContentSecurityPolicy("frame-ancestors https://*.partner.example:8443 [::1]:*; upgrade-insecure-requests; sandbox allow-scripts")
    String embedded() {
        return "";
    }
}
