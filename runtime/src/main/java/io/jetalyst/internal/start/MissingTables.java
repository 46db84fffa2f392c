package io.jetalyst.internal.start;

/** The error of an application that was compiled without the processor. Since JDK 23, javac runs only the processors in its options. */
final class MissingTables {
    private MissingTables() {}

    static String message() {
        String version = MissingTables.class.getPackage().getImplementationVersion();
        return """
                There is nothing to serve: no generated route table was found.
                Either no class is annotated with @Controller, or the annotation processor did not run while the application compiled.
                (From JDK 23 on, javac runs only processors it is told of; one that is merely a dependency is skipped without a word.)
                With Maven, paste this into <build><plugins> of the project's own pom.xml, and rebuild:

                  <plugin>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <version>3.16.0</version>
                    <configuration>
                      <annotationProcessorPaths>
                        <path>
                          <groupId>io.jetalyst</groupId>
                          <artifactId>jetalyst-processor</artifactId>
                          <version>%s</version>
                        </path>
                      </annotationProcessorPaths>
                    </configuration>
                  </plugin>

                In a named module, module-info.java must also say: provides io.jetalyst.table.RouteTable with <package>.<Controller>_Routes;
                """.formatted(version == null ? "${jetalyst.version}" : version).stripTrailing();
    }
}
