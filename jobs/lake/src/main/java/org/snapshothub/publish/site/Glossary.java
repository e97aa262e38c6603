package org.snapshothub.publish.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What pages say in the other language than the code and the data do: reasons, rules, topics, columns given away. */
public final class Glossary {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    private static final String ALL_TABLES = "*";
    private static final Glossary BUNDLED = new Glossary();

    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> topics = new HashMap<>();
    private final Map<Language, Map<String, String>> rules = new EnumMap<>(Language.class);

    private Glossary() {
        read("/site/reasons.csv", row -> reasons.put(row.get("code"), row.get("korean")));
        read("/site/topics.csv", row -> topics.put(row.get("topic"), row.get("english")));
        for (Language language : Language.values()) {
            Map<String, String> meanings = rules.computeIfAbsent(language, l -> new HashMap<>());
            String column = language.say("korean", "english");
            read("/site/rules.csv", row -> meanings.put(row.get("rule"), row.get(column)));
        }
        read("/site/columns.csv", row -> columns.put(row.get("table") + "." + row.get("column"), row.get("korean")));
    }

    public static Glossary bundled() {
        return BUNDLED;
    }

    /** What a stable reason means. */
    public Optional<String> reason(String code) {
        return Optional.ofNullable(reasons.get(code));
    }

    /** A topic of a case; one that is new stands for itself. */
    public String topic(String topic, Language language) {
        return language == Language.KO ? topic : topics.getOrDefault(topic, topic);
    }

    /** What a rule that doubts a reading looks at. */
    public Optional<String> rule(String rule, Language language) {
        return Optional.ofNullable(rules.get(language).get(rule));
    }

    /** What one row of a table given away is. */
    public Optional<String> grain(String table) {
        return Optional.ofNullable(columns.get(table + "."));
    }

    /** What a column of a table given away means. */
    public Optional<String> column(String table, String column) {
        return Optional.ofNullable(columns.getOrDefault(table + "." + column, columns.get(ALL_TABLES + "." + column)));
    }

    private static void read(String file, Consumer<CSVRecord> row) {
        try (InputStream in = Glossary.class.getResourceAsStream(file);
                var rows = FORMAT.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled " + file + " can't be read", e);
        }
    }
}
