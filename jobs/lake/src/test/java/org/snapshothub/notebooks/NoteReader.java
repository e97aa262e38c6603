package org.snapshothub.notebooks;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.zeppelin.display.Input;
import org.apache.zeppelin.display.ui.OptionInput;
import org.apache.zeppelin.interpreter.util.SqlSplitter;
import org.apache.zeppelin.notebook.Note;
import org.apache.zeppelin.notebook.Paragraph;
import org.apache.zeppelin.notebook.ParagraphTextParser;

/**
 * Reads notes with Zeppelin's own classes and writes each to stdout as a line of JSON: its paragraphs, and what each would
 * send to Spark for every option of every form.
 *
 * <p>A program of its own, run with {@code target/zeppelin/} alone on its class path: {@code NoteReader LAKE NOTE...}. A box to
 * type into keeps its default, but for {@code lake}, which is {@code LAKE}.
 */
public final class NoteReader {

    private NoteReader() {}

    public static void main(String[] arguments) throws IOException {
        // What a library prints must not end up between the lines.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        for (String path : List.of(arguments).subList(1, arguments.length)) {
            Note note = Note.fromJson(null, Files.readString(Path.of(path)));
            out.println(new Gson().toJson(read(Path.of(path), note, arguments[0])));
        }
    }

    private static Map<String, Object> read(Path path, Note note, String lake) {
        Set<Map<String, Object>> fillings = new LinkedHashSet<>();
        fillings.add(Map.of("lake", lake));
        for (Paragraph paragraph : note.getParagraphs()) {
            options(paragraph.getText())
                    .forEach((name, options) ->
                            options.forEach(option -> fillings.add(Map.of("lake", lake, name, option))));
        }
        List<Object> paragraphs = new ArrayList<>();
        for (Paragraph paragraph : note.getParagraphs()) {
            ParagraphTextParser.ParseResult parsed = ParagraphTextParser.parse(paragraph.getText());
            Map<String, Object> read = new LinkedHashMap<>();
            read.put("title", paragraph.getTitle());
            read.put("interpreter", parsed.getIntpText());
            read.put("config", paragraph.getConfig());
            read.put(
                    "fillings",
                    fillings.stream()
                            .map(values -> statements(parsed.getScriptText(), values))
                            .toList());
            paragraphs.add(read);
        }
        return Map.of("name", path.getFileName().toString(), "paragraphs", paragraphs);
    }

    /** The options of each form of a text: of those it shares with the note, and of its own. */
    private static Map<String, List<Object>> options(String text) {
        Map<String, List<Object>> options = new LinkedHashMap<>();
        Input.extractSimpleQueryForm(text, true).forEach((name, form) -> options.put(name, options(form)));
        Input.extractSimpleQueryForm(text, false).forEach((name, form) -> options.put(name, options(form)));
        return options;
    }

    private static List<Object> options(Input<?> form) {
        return form instanceof OptionInput<?> choice
                ? Stream.of(choice.getOptions())
                        .map(OptionInput.ParamOption::getValue)
                        .toList()
                : List.of();
    }

    private static List<String> statements(String script, Map<String, Object> values) {
        // Zeppelin fills the note's forms first, and adds the defaults of those that were not given.
        String ofNote = Input.getSimpleQuery(new HashMap<>(values), script, true);
        return new SqlSplitter().splitSql(Input.getSimpleQuery(new HashMap<>(values), ofNote, false));
    }
}
