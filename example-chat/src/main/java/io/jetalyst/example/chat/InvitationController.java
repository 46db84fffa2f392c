package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;

/** The address of a room as a QR code, for a phone that is held in front of the screen. */
@Controller
@Path("/chat/{room}/invitation.svg")
final class InvitationController {
    @Get
    Response code(String room, Request request) {
        String address =
                ChatControllerLinks.page(RoomName.of(room).text()).uri(request).toString();
        return Response.bytes("image/svg+xml", QrDrawing.of(address).getBytes(UTF_8))
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
