package io.jetalyst.jetty.process;

import io.jetalyst.counterpart.Counterparts;
import java.util.ArrayList;
import java.util.List;

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

    private static final String RESTARTING = """
            import os, select, socket, sys
            stdin, command = sys.argv[1] == 'stdin', sys.argv[2:]
            listener = socket.socket()
            listener.bind(('127.0.0.1', 0))
            listener.listen(1024)
            print('port', listener.getsockname()[1], flush=True)
            silence = os.open(os.devnull, os.O_WRONLY)
            while True:
                select.select([listener], [], [])
                child = os.fork()
                if child == 0:
                    os.dup2(silence, 1)
                    os.dup2(listener.fileno(), 0 if stdin else 3)
                    if not stdin:
                        os.set_inheritable(3, True)
                        os.environ['LISTEN_FDS'] = '1'
                        os.environ['LISTEN_PID'] = str(os.getpid())
                    os.execv(command[0], command)
                print('exit', os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
            """;

    private ActivationParent() {}

    /**
     * The command of a parent that starts the command which follows it whenever a connection waits, and prints each exit code.
     *
     * @param stdin whether the socket is descriptor 0, and not 3
     */
    static List<String> restarting(boolean stdin) {
        return List.of(Counterparts.find("python3").toString(), "-c", RESTARTING, stdin ? "stdin" : "systemd");
    }

    /** The command that the command of the application follows. */
    static List<String> command(List<String> sockets) {
        List<String> command =
                new ArrayList<>(List.of(Counterparts.find("python3").toString(), "-c", SCRIPT));
        command.addAll(sockets);
        command.add("--");
        return command;
    }
}
