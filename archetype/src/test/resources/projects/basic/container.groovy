// Executes the instructions of the Dockerfile in a plain folder, without its base images, and starts its entry point as its user.
import groovy.json.JsonSlurper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.security.KeyStore
import java.security.cert.CertificateFactory
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

def project = new File(basedir, 'project/basic')
def root = Files.createTempDirectory('container').toFile()
Files.setPosixFilePermissions(root.toPath(), java.nio.file.attribute.PosixFilePermissions.fromString('rwxr-xr-x'))
def port = new ServerSocket(0).withCloseable { it.localPort }

// The image has its folders at /, and here they are in a folder of this machine.
def here = { String text -> text.replaceAll('(?<=^|[ "=])/(?=build|app)', root.path + '/') }
def environment = [PATH: "$root/bin:${System.getProperty('java.home')}/bin:${System.getenv('PATH')}".toString()]
def run = { File folder, Map variables, List<String> command ->
    def builder = new ProcessBuilder(command).directory(folder).redirectErrorStream(true)
    builder.environment().putAll(variables)
    builder.environment().remove('JAVA_HOME')
    def process = builder.start()
    process.outputStream.close()
    def output = process.inputStream.text
    assert process.waitFor() == 0: "$command: $output"
}

// The build image has Maven and a JDK. This Maven has just built the project, so it needs no network.
new File(root, 'bin').mkdirs()
def local = System.getProperty('maven.repo.local')
def maven = new File(root, 'bin/mvn')
maven.text = "#!/bin/sh\nexec '${System.getProperty('maven.home')}/bin/mvn' -o ${local ? "'-Dmaven.repo.local=$local'" : ''} \"\$@\"\n"
maven.setExecutable(true)

def folder = root
def image = [:]
new File(project, 'Dockerfile').text.replaceAll(/(?m)^#.*\n/, '').replace('\\\n', ' ').readLines().findAll { !it.blank }.each { line ->
    def (instruction, arguments) = line.split(' ', 2)
    switch (instruction) {
        case 'FROM':
            assert !arguments.contains('/'): "$line names a registry"
            break
        case 'WORKDIR':
            folder = new File(here(arguments))
            folder.mkdirs()
            break
        case 'COPY':
            def words = arguments.split(' ') as List
            def from = words[0].startsWith('--from=') ? words.remove(0) : null
            words[0..-2].each { run(from ? root : project, [:], ['cp', '-a', from ? here(it) : it, new File(folder, words[-1]).path]) }
            break
        case 'RUN':
            run(folder, environment, ['sh', '-c', here(arguments)])
            break
        case 'ENV':
            image.environment = arguments.split(' ').collectEntries { it.split('=', 2) as List }
            break
        case 'HEALTHCHECK':
            image.health = new JsonSlurper().parseText(here(arguments.substring(arguments.indexOf('[')))) as List<String>
            break
        case 'ENTRYPOINT':
            image.entry = new JsonSlurper().parseText(here(arguments)) as List<String>
            break
        case 'USER':
            image.user = arguments.split(':')[0]
            break
        default:
            image[instruction] = arguments
    }
}
assert image.STOPSIGNAL == 'SIGTERM' && image.EXPOSE == "8080"
assert image.environment == [SERVER_HOST: '0.0.0.0', PORT: '8080']
assert image.user.toInteger() > 0

// Without the rights of root, the entry point runs as the user of this test.
def asUser = System.getProperty('user.name') == 'root' ?
        ['setpriv', '--reuid', image.user, '--regid', image.user, '--clear-groups', '--'] : []
def isHealthy = { ->
    def builder = new ProcessBuilder(image.health)
    builder.environment().PORT = "$port".toString()
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0
}
def serve = { Map<String, String> settings, Closure use ->
    def output = new File(root, 'output.txt')
    def builder = new ProcessBuilder(asUser + image.entry).directory(folder).redirectErrorStream(true).redirectOutput(output)
    builder.environment().clear() // an image has nothing of this machine
    builder.environment().putAll(image.environment + settings)
    def process = builder.start()
    try {
        def limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (!output.text.contains('Listening on ')) {
            assert !process.waitFor(20, TimeUnit.MILLISECONDS) && System.nanoTime() < limit: output.text
        }
        use(process)
        process.destroy()
        assert process.waitFor(30, TimeUnit.SECONDS): 'SIGTERM did not stop it'
        assert process.exitValue() == 0: output.text
    } finally {
        process.destroyForcibly()
    }
}
def body = { HttpClient client, String address ->
    client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body()
}

assert !isHealthy()
serve([PORT: "$port".toString()]) { process ->
    assert body(HttpClient.newHttpClient(), "http://localhost:$port/hello/Ada").contains('<h1>Hello, Ada!</h1>')
    assert isHealthy()
    def maps = new File("/proc/${process.pid()}/maps")
    if (maps.canRead()) {
        assert maps.text.contains('/app/basic.jsa'): 'the JVM does not use the start archive'
        def uid = new File("/proc/${process.pid()}/status").readLines().find { it.startsWith('Uid:') }
        assert asUser.empty || uid.split()[1] == image.user
    }
}

// The runtime has the modules that TLS needs.
def tls = new File(basedir, '../../../../../jetty-engine/src/test/resources/tls')
['rsa.pem', 'rsa.key'].each {
    new File(root, it).bytes = new File(tls, it).bytes
}
def trusted = KeyStore.getInstance('PKCS12')
trusted.load(null, null)
new File(root, 'rsa.pem').withInputStream {
    trusted.setCertificateEntry('server', CertificateFactory.getInstance('X.509').generateCertificate(it))
}
def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
trust.init(trusted)
def context = SSLContext.getInstance('TLS')
context.init(null, trust.trustManagers, null)
serve([SERVER_LISTEN: "https://127.0.0.1:$port".toString(),
       SERVER_TLS_CERTIFICATE: "$root/rsa.pem".toString(), SERVER_TLS_KEY: "$root/rsa.key".toString()]) {
    def client = HttpClient.newBuilder().sslContext(context).build()
    assert body(client, "https://localhost:$port/hello/Ada").contains('<h1>Hello, Ada!</h1>')
}
root.deleteDir()
return true
