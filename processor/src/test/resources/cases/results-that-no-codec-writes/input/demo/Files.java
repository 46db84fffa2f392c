package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.http.Status;
import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

@Controller
class Files {
    @Get("/stream")
    InputStream stream() {
        return InputStream.nullInputStream();
    }

    @Get("/file")
    Optional<File> file() {
        return Optional.empty();
    }

    @Get("/path")
    CompletionStage<Path> path() {
        return null;
    }

    @Get("/bytes")
    byte[] bytes() {
        return new byte[0];
    }

    @Get("/buffer")
    ByteBuffer buffer() {
        return null;
    }

    @Get("/text")
    CharSequence text() {
        return "";
    }

    @Get("/builder")
    StringBuilder builder() {
        return null;
    }

    @Get("/iterator")
    Iterator<String> iterator() {
        return null;
    }

    @Get("/iterable")
    Iterable<String> iterable() {
        return null;
    }

    @Get("/callable")
    Callable<String> callable() {
        return null;
    }

    @Get("/status")
    Status status() {
        return Status.OK;
    }

    @Get("/error")
    Exception error() {
        return null;
    }

    @Get("/json")
    List<int[]> json() {
        return List.of();
    }
}
