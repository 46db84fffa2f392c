package demo;

import io.jetalyst.annotation.ContentSecurityPolicy;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@ContentSecurityPolicy("imgsrc *")
class Maps {
    @Get("/a")
    @ContentSecurityPolicy("img-scr 'self'; frame-ancestor https://partner.example")
    String names() {
        return "";
    }

    @Get("/b")
    @ContentSecurityPolicy("img-src self; script-src 'nonce-abc' 'sefl'; font-src https:/fonts.example")
    String sources() {
        return "";
    }

    @Get("/c")
    @ContentSecurityPolicy("img-src 'none' https://tiles.example; img-src 'self'")
    String twice() {
        return "";
    }

    @Get("/d")
    @ContentSecurityPolicy("img-src 'self', https://tiles.example")
    String comma() {
        return "";
    }

    @Get("/e")
    @ContentSecurityPolicy(" ; ")
    String empty() {
        return "";
    }

    @WebSocket("/f")
    @ContentSecurityPolicy("img-src 'self'")
    boolean socket(WebSocketHandshake handshake) {
        return false;
    }

    @ContentSecurityPolicy("img-src 'self'")
    String noRoute() {
        return "";
    }

    @Get("/f")
    String page() {
        return "";
    }
}
