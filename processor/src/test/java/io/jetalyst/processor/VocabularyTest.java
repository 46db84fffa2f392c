package io.jetalyst.processor;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.processor.decl.ClassRef;
import io.jetalyst.processor.decl.Origin;
import io.jetalyst.processor.decl.Source;
import io.jetalyst.processor.decl.Vocabulary;
import io.jetalyst.processor.model.BodyForm;
import io.jetalyst.processor.model.LimitModel;
import io.jetalyst.processor.model.ResultKind;
import io.jetalyst.processor.model.Scalar;
import io.jetalyst.processor.model.Verb;
import io.jetalyst.processor.write.IndexWriter;
import io.jetalyst.route.BodyRule;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.support.Converters;
import io.jetalyst.support.Param;
import io.jetalyst.support.Params;
import io.jetalyst.support.Results;
import io.jetalyst.support.TimeConverters;
import io.jetalyst.table.RouteTable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The processor compiles against no annotation and no type of the runtime; each name it knows of them exists. */
class VocabularyTest {
    /** Of a module that is built after this one: its source is asked, not its class. */
    private static final String JTE_VIEWS = "io.jetalyst.views.jte.JteViews";

    @TestFactory
    Stream<DynamicTest> types_of_the_vocabulary() {
        return constants(Vocabulary.class, String.class)
                .filter(name -> name.contains("."))
                .map(VocabularyTest::exists);
    }

    @TestFactory
    Stream<DynamicTest> types_of_generated_code() throws ClassNotFoundException {
        Class<?> names = Class.forName("io.jetalyst.processor.write.Names");
        return constants(names, Object.class)
                .filter(ClassRef.class::isInstance)
                .map(ClassRef.class::cast)
                .map(name -> exists(name.packageName() + "." + String.join("$", name.simpleNames())));
    }

    private static DynamicTest exists(String name) {
        return DynamicTest.dynamicTest(name, () -> {
            if (name.equals(JTE_VIEWS)) {
                Path source = Path.of("../extensions/views-jte/src/main/java", name.replace('.', '/') + ".java");
                assertTrue(Files.readString(source).contains("public static View view(JteModel model)"));
            } else {
                assertNotNull(Class.forName(name, false, VocabularyTest.class.getClassLoader()));
            }
        });
    }

    private static <T> Stream<T> constants(Class<?> holder, Class<T> type) {
        return Arrays.stream(holder.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(VocabularyTest::value)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static Object value(Field field) {
        return assertDoesNotThrow(() -> {
            field.setAccessible(true);
            return field.get(null);
        });
    }

    @Test
    void membersExist() throws ReflectiveOperationException {
        for (String annotation : Vocabulary.ROUTES) {
            assertNotNull(Class.forName(annotation).getMethod(Vocabulary.VALUE));
        }
        for (String annotation : Vocabulary.PARAMETERS) {
            if (!annotation.equals(Vocabulary.BODY) && !annotation.equals(Vocabulary.PARAMS)) {
                assertNotNull(Class.forName(annotation).getMethod(Vocabulary.VALUE));
            }
        }
        assertNotNull(Class.forName(Vocabulary.PATH).getMethod(Vocabulary.VALUE));
        Class<?> webSocket = Class.forName(Vocabulary.WEB_SOCKET);
        assertNotNull(webSocket.getMethod(Vocabulary.ORIGINS));
        assertNotNull(webSocket.getMethod(Vocabulary.SUBPROTOCOLS));
        assertNotNull(webSocket.getMethod(Vocabulary.SUBPROTOCOL_REQUIRED));
    }

    @Test
    void limitsAreMembersAndRuntimeConstants() throws ReflectiveOperationException {
        Class<?> webSocket = Class.forName(Vocabulary.WEB_SOCKET);
        for (String member : Vocabulary.LIMITS) {
            assertEquals(int.class, webSocket.getMethod(member).getReturnType());
            assertNotNull(SocketLimit.valueOf(new LimitModel(member, 1, Origin.NOWHERE).constant()));
        }
        assertEquals(
                Vocabulary.LIMITS.size(),
                Stream.of(webSocket.getDeclaredMethods())
                        .filter(member -> member.getReturnType() == int.class)
                        .count());
    }

    @Test
    void choicesEqualThoseOfTheRuntime() throws ReflectiveOperationException {
        choices(Vocabulary.OVERFLOWS, Vocabulary.OVERFLOW, SocketOptions.Overflow.values());
        choices(Vocabulary.COMPRESSIONS, Vocabulary.COMPRESSION, SocketOptions.Deflate.values());
    }

    /** The first is the default, here and there. */
    private static void choices(List<String> known, String member, Enum<?>... constants)
            throws ReflectiveOperationException {
        Method method = Class.forName(Vocabulary.WEB_SOCKET).getMethod(member);
        Object[] written = method.getReturnType().getEnumConstants();
        assertEquals(known, Stream.of(written).map(Object::toString).toList());
        assertEquals(known, Stream.of(constants).map(Enum::name).toList());
        assertEquals(known.get(0), method.getDefaultValue().toString());
        Object option = SocketOptions.class.getMethod(member).invoke(SocketOptions.DEFAULT);
        assertEquals(known.get(0), option.toString());
    }

    @Test
    void vocabularyHasEveryAnnotation() {
        List<String> known = Stream.concat(constants(Vocabulary.class, String.class), Source.annotations().stream())
                .filter(name -> name.startsWith("io.jetalyst.annotation."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .sorted()
                .toList();
        List<String> written = assertDoesNotThrow(() -> {
            try (var files = Files.list(Path.of("../annotations/src/main/java/io/jetalyst/annotation"))) {
                return files.filter(VocabularyTest::declaresAnnotation)
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .sorted()
                        .toList();
            }
        });
        assertEquals(written, known);
    }

    private static boolean declaresAnnotation(Path file) {
        return assertDoesNotThrow(() -> Files.readString(file)).contains("public @interface ");
    }

    @Test
    void conversionsAndVerbsExist() throws ReflectiveOperationException {
        for (Scalar scalar : Scalar.values()) {
            Class<?> holder = scalar.isTime() ? TimeConverters.class : Converters.class;
            assertNotNull(holder.getMethod(scalar.method(), String.class));
            if (scalar.isBasic()) {
                assertNotNull(Param.class.getMethod(scalar.method()));
            }
        }
        for (Verb verb : Verb.values()) {
            assertEquals(verb.name(), HttpMethod.valueOf(verb.name()).name());
        }
    }

    @Test
    void sources() throws ReflectiveOperationException {
        for (Source source : Source.values()) {
            Class<?>[] parameters =
                    source == Source.PATH ? new Class<?>[] {int.class, String.class} : new Class<?>[] {String.class};
            for (String binder : List.of(source.binder(), source.listBinder())) {
                assertEquals(
                        Param.class, Params.class.getMethod(binder, parameters).getReturnType());
            }
        }
    }

    @Test
    void knowsMethodOfEachFormOfBody() throws ReflectiveOperationException {
        List<String> methods =
                Arrays.stream(Params.class.getMethods()).map(Method::getName).toList();
        for (BodyForm form : BodyForm.values()) {
            assertTrue(methods.contains(form.method()), form.method());
            assertTrue(
                    Arrays.stream(BodyRule.class.getMethods())
                            .anyMatch(method -> method.getName().equals(form.rule())),
                    form.rule());
        }
    }

    @Test
    void knowsMethodOfEachKindOfResult() {
        List<String> methods =
                Arrays.stream(Results.class.getMethods()).map(Method::getName).toList();
        for (ResultKind kind : ResultKind.values()) {
            assertTrue(methods.contains(kind.method()), kind.method());
        }
    }

    @Test
    void formatEqualsThatOfTheRuntime() throws ReflectiveOperationException {
        Field format = Class.forName("io.jetalyst.processor.write.Names").getDeclaredField("FORMAT");
        assertEquals(RouteTable.FORMAT, value(format));
    }

    @Test
    void indexIsNamedAfterTheService() {
        assertEquals("META-INF/services/" + RouteTable.class.getName(), IndexWriter.FILE);
    }
}
