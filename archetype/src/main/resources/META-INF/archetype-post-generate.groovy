// With -DinteractiveMode=false the archetype plugin does not look at validationRegex.
def javaVersion = request.properties['javaVersion']
if (!(javaVersion ==~ /17|21|25/)) {
    throw new IllegalArgumentException("javaVersion is $javaVersion; Jetalyst runs on 17, 21 and 25. "
            + "Remove the folder ${request.artifactId} and generate it again.")
}
