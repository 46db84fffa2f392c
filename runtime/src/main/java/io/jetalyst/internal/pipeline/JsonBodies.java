package io.jetalyst.internal.pipeline;

import io.jetalyst.codec.Codecs;
import io.jetalyst.http.Response;
import io.jetalyst.http.ResponseBody;

/** Encodes the values of {@link Response#json}, before a filter or an engine sees the response. */
record JsonBodies(Codecs codecs) {
    /** @throws io.jetalyst.codec.UnsupportedTypeException if no codec can write the value */
    Response encode(Response response) {
        return response.body() instanceof ResponseBody.Json json
                ? response.body(new ResponseBody.Bytes(
                        codecs.jsonWriterFor(json.value()).write(json.value())))
                : response;
    }
}
