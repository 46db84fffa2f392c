package io.jetalyst.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** The jar of an application with generated controllers, compiled with the processor. */
record StartedJar(Path jar) {
    private static final String MAIN = """
            final class Main {
                public static void main(String[] args) {
                    io.jetalyst.App.builder().args(args).build().run();
                }
            }
            """;

    /** Returns the jar. */
    Path write(int controllers) throws IOException {
        Path sources = Files.createTempDirectory(jar.getParent(), "sources");
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        List<String> command = new ArrayList<>(
                List.of("-proc:full", "-d", classes.toString(), "-processorpath", classPath(), "-cp", classPath()));
        if (Runtime.version().feature() < 21) {
            command.remove("-proc:full");
        }
        command.add(Files.writeString(sources.resolve("Main.java"), MAIN).toString());
        for (int i = 0; i < controllers; i++) {
            Sources.Source source = Sources.short8(i);
            command.add(Files.writeString(sources.resolve(source.name() + ".java"), source.text())
                    .toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)) != 0) {
            throw new IOException("the generated controllers do not compile");
        }
        pack(classes);
        return jar;
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private void pack(Path classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, "Main");
        manifest.getMainAttributes().put(Name.CLASS_PATH, libraries());
        manifest.getMainAttributes().putValue("Enable-Native-Access", "ALL-UNNAMED");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
    }

    /** Copies the libraries beside the jar: a start archive allows neither folders nor URIs. */
    private String libraries() throws IOException {
        Path folder = Files.createDirectories(jar.resolveSibling("lib"));
        StringBuilder names = new StringBuilder();
        for (String element : classPath().split(":")) {
            if (element.endsWith(".jar")) {
                Path copy = folder.resolve(Path.of(element).getFileName());
                if (Files.notExists(copy)) {
                    Files.copy(Path.of(element), copy);
                }
                names.append("lib/").append(copy.getFileName()).append(' ');
            }
        }
        return names.toString().strip();
    }
}
