// In batch mode the archetype plugin does not apply validationRegex, so these properties are checked here.
def refuse = { String problem ->
    throw new IllegalArgumentException("$problem Delete the folder ${request.artifactId} and generate it again.")
}

def javaVersion = request.properties['javaVersion']
if (!(javaVersion ==~ /17|21|25/)) {
    refuse("Jetalyst runs on Java 17, 21 and 25, so javaVersion cannot be $javaVersion.")
}

// Java allows capital letters in a package, but the JSON generator takes a segment that begins with one, or with _, for a class.
def name = request.properties['package']
if (!(name ==~ /[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*/) || !javax.lang.model.SourceVersion.isName(name)
        || (name =~ /^java(\.|$)/).find()) {
    refuse("Java or Jetalyst does not allow the package $name; choose one whose segments are a-z, digits and _, begin with a letter, "
            + "and are no Java keywords, such as -Dpackage=com.acme.app.")
}
