// Looks at what the archetype made and Maven built, then starts it as its user would and talks to it.
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.net.http.WebSocket
import java.nio.charset.StandardCharsets
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit

def project = new File(basedir, 'project/basic')
def text = { String path -> new File(project, path).getText('UTF-8') }

// What was made.
['.gitignore', 'README.md', '.mvn/jvm.config', 'src/main/jte/hello.jte', 'src/main/resources/simplelogger.properties'].each {
    assert new File(project, it).isFile(): "the archetype did not make $it"
}
assert !new File(project, '__dot__gitignore').exists()
assert text('README.md').startsWith('# basic\n')
assert text('README.md').contains('\nIn an IDE\n---------\n')
def leftovers = []
project.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    def path = project.toPath().relativize(file.toPath()).toString()
    def source = path.startsWith('src') || !path.contains(File.separator)
    if (source && file.getText('UTF-8') =~ /\$\{(package|groupId|artifactId|version|javaVersion|jetalystVersion)}|@[\w.-]+\.version@/) {
        leftovers << path
    }
}
assert leftovers.empty: "not filled in: $leftovers"

// What was built.
['FormController', 'HelloController'].each {
    assert new File(project, "target/classes/com/acme/basic/${it}_Routes.class").isFile(): "no table of $it"
}
def index = text('target/classes/META-INF/services/io.jetalyst.table.RouteTable')
assert index.contains('com.acme.basic.FormController_Routes') && index.contains('com.acme.basic.HelloController_Routes')

// What was tested.
['HelloPageTest': 7, 'HelloSocketTest': 2, 'FormTest': 2].each { name, count ->
    def suite = new groovy.xml.XmlSlurper().parse(new File(project, "target/surefire-reports/TEST-com.acme.basic.${name}.xml"))
    def counts = ['tests', 'failures', 'errors', 'skipped'].collect { suite["@$it"].toInteger() }
    assert counts == [count, 0, 0, 0]: "$name: tests, failures, errors, skipped are $counts"
}

// What the archetype refuses.
def script = new File(basedir, '../../../classes/META-INF/archetype-post-generate.groovy')
def refusal = { Map properties ->
    def request = [artifactId: 'app', properties: [javaVersion: '17', package: 'com.acme'] + properties]
    try {
        new GroovyShell(new Binding(request: request)).evaluate(script)
        return ''
    } catch (IllegalArgumentException e) {
        return e.message
    }
}
assert refusal([:]) == ''
assert refusal([package: 'com.acme_1.int_']) == ''
['com.Acme', 'com.my-company', 'org.int.poll', 'com.2048', 'com._x', 'com..acme', '', 'java', 'java.app', 'com.\u00E4'].each {
    assert refusal([package: it]).contains('Delete the folder app and generate it again.'): it
}
assert refusal([javaVersion: '11']).contains('Java 17, 21 and 25')

// The units of systemd.
def units = ['basic.service', 'basic.socket'].collect { new File(project, "src/main/systemd/$it") }
assert units[0].text.contains('-jar /opt/basic/basic.jar') && units[0].text.contains('-XX:+ExitOnOutOfMemoryError')
assert units[1].text.contains('ListenStream=127.0.0.1:8080')
if (System.getenv('PATH').split(':').any { new File(it, 'systemd-analyze').canExecute() }) {
    def folder = new File(project, 'target/systemd')
    folder.mkdirs()
    def program = new File(System.getProperty('java.home'), 'bin/java').path
    units.each { new File(folder, it.name).text = it.text.replace('/usr/bin/java', program) }
    def verify = new ProcessBuilder('systemd-analyze', 'verify', './basic.service', './basic.socket')
            .directory(folder).redirectErrorStream(true).start()
    def complaints = verify.inputStream.text
    assert verify.waitFor() == 0: complaints
}

// The container.
assert new File(project, '.dockerignore').isFile()
evaluate(new File(basedir, 'container.groovy'))

// How it runs.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def client = HttpClient.newHttpClient()
def body = { String url ->
    def answer = client.sendAsync(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
            .get(30, TimeUnit.SECONDS)
    assert answer.statusCode() == 200
    return answer.body()
}
def run = { List<String> arguments, Closure use ->
    def output = new File(project, 'target/run.log')
    def process = new ProcessBuilder([java] + arguments + '--port=0').directory(project).redirectErrorStream(true).start()
    try {
        def port = new CompletableFuture<Integer>()
        def reader = Thread.startDaemon('output of the application') {
            output.withWriter('UTF-8') { log ->
                process.inputStream.eachLine('UTF-8') { line ->
                    log.writeLine(line)
                    log.flush()
                    def url = line =~ /http:\/\/localhost:(\d+)/
                    if (url) port.complete(url.group(1) as Integer)
                }
            }
            port.completeExceptionally(new IllegalStateException("it ended and named no port, see $output"))
        }
        use("localhost:${port.get(60, TimeUnit.SECONDS)}/hello/Ada")

        process.toHandle().destroy() // SIGTERM; unlike process.destroy() it leaves the output open
        assert process.waitFor(30, TimeUnit.SECONDS): 'SIGTERM did not stop it'
        assert process.exitValue() == 0
        reader.join(30_000)
    } finally {
        process.destroyForcibly()
    }
}

run(['-XX:+ExitOnOutOfMemoryError', '-jar', 'target/basic.jar']) { at ->
    assert body("http://$at").contains('<h1>Hello, Ada!</h1>')

    def answers = new LinkedBlockingQueue<String>()
    def listener = new WebSocket.Listener() {
        @Override
        CompletionStage<?> onText(WebSocket socket, CharSequence message, boolean last) {
            answers.add(message.toString())
            socket.request(1)
            return null
        }
    }
    def socket = client.newWebSocketBuilder().buildAsync(URI.create("ws://$at"), listener).get(30, TimeUnit.SECONDS)
    assert answers.poll(30, TimeUnit.SECONDS) == '{"text":"Hello, Ada!","count":2}'
    socket.sendText('Grace', true)
    assert answers.poll(30, TimeUnit.SECONDS) == '{"text":"Hello, Grace!","count":3}'
}

// How a page is seen that changes in dev mode.
run(['-Dserver.mode=dev', '-cp', ['target/classes', 'target/lib/*'].join(File.pathSeparator), 'com.acme.basic.Main']) { at ->
    assert body("http://$at").contains('<h1>Hello, Ada!</h1>')
    def source = new File(project, 'src/main/jte/hello.jte')
    source.setText(source.getText('UTF-8').replace('<h1>', '<h1>New: '), 'UTF-8')
    assert body("http://$at").contains('<h1>New: Hello, Ada!</h1>')
}
return true
