package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process that opens sockets as systemd does, prints their ports, and becomes the application. */
final class ActivationParent {
    private static final String SCRIPT = """
            import os, socket, sys
            arguments, names, stdin = sys.argv[1:], None, False
            sockets = []
            while arguments[0] != '--':
                argument = arguments.pop(0)
                if argument == '--names':
                    names = arguments.pop(0)
                elif argument == '--stdin':
                    stdin = True
                else:
                    kind, address = argument.split(':', 1)
                    family = {'tcp': socket.AF_INET, 'tcp6': socket.AF_INET6, 'unix': socket.AF_UNIX}[kind]
                    listener = socket.socket(family, socket.SOCK_STREAM)
                    listener.bind(address if kind == 'unix' else (address, 0))
                    listener.listen(1024)
                    print('port', 0 if kind == 'unix' else listener.getsockname()[1], flush=True)
                    sockets.append(listener)
            moved = [os.dup(listener.fileno()) for listener in sockets]
            for i, descriptor in enumerate(moved):
                os.dup2(descriptor, 0 if stdin else 3 + i)
            if not stdin:
                os.environ['LISTEN_FDS'] = str(len(sockets))
                os.environ['LISTEN_PID'] = str(os.getpid())
                if names:
                    os.environ['LISTEN_FDNAMES'] = names
            os.execv(arguments[1], arguments[1:])
            """;

    private ActivationParent() {}

    /** The command that the command of the application follows. */
    static List<String> command(List<String> sockets) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3"))),
                "Python plays systemd");
        List<String> command = new ArrayList<>(List.of("python3", "-c", SCRIPT));
        command.addAll(sockets);
        command.add("--");
        return command;
    }
}
