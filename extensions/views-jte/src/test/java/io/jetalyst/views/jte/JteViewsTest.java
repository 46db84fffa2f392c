package io.jetalyst.views.jte;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.TemplateOutput;
import gg.jte.models.runtime.DynamicJteModel;
import gg.jte.models.runtime.JteModel;
import gg.jte.resolve.DirectoryCodeResolver;
import io.jetalyst.view.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JteViewsTest {
    @TempDir
    Path templates;

    @TempDir
    Path classes;

    @Test
    void rendersATemplateAsEscapedUtf8() throws IOException {
        View view = JteViews.view(greeting("<b>Zoë</b> 🎈"));
        assertEquals("text/html;charset=utf-8", view.contentType());
        assertEquals("<p title=\"&lt;b>Zoë&lt;/b> 🎈\">Grüße, &lt;b&gt;Zoë&lt;/b&gt; 🎈!</p>", render(view));
    }

    @Test
    void rendersViewTwice() throws IOException {
        View view = JteViews.view(greeting("you"));
        assertEquals(render(view), render(view));
    }

    @Test
    void keepsOrderOfTemplateOutput() throws IOException {
        String piece = "aé漢🎈".repeat(5000);
        View view = JteViews.view(model(output -> {
            output.writeContent(piece);
            output.writeBinaryContent(piece.getBytes(UTF_8));
            output.writeContent("xx" + piece + "xx", 2, piece.length() + 2);
        }));
        assertArrayEquals(piece.repeat(3).getBytes(UTF_8), render(view).getBytes(UTF_8));
    }

    @Test
    void propagatesFailureOfTemplate() {
        View view = JteViews.view(model(output -> {
            throw new TemplateException("line 3");
        }));
        assertThrows(TemplateException.class, () -> view.render(OutputStream.nullOutputStream()));
    }

    private JteModel greeting(String name) throws IOException {
        Files.writeString(
                templates.resolve("greeting.jte"),
                "@param String name\n<p title=\"${name}\">Grüße, ${name}!</p>",
                UTF_8);
        TemplateEngine engine = TemplateEngine.create(new DirectoryCodeResolver(templates), classes, ContentType.Html);
        engine.setBinaryStaticContent(true);
        return new DynamicJteModel(engine, "greeting.jte", Map.of("name", name));
    }

    private static JteModel model(Consumer<TemplateOutput> template) {
        return new JteModel() {
            @Override
            public void render(TemplateOutput output) {
                template.accept(output);
            }

            @Override
            public void writeTo(TemplateOutput output) {
                template.accept(output);
            }
        };
    }

    private static String render(View view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        view.render(out);
        return out.toString(UTF_8);
    }
}
