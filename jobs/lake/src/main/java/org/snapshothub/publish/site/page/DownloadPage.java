package org.snapshothub.publish.site.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.snapshothub.lake.Table;
import org.snapshothub.publish.site.Glossary;
import org.snapshothub.publish.site.Language;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.data.Catalogue;
import org.snapshothub.publish.site.data.OpenFile;

/** 데이터 내려받기: the tables with their files and what their columns mean. */
public record DownloadPage(Frame frame, List<Catalogue.DataSet> sets) implements SitePage {

    /** What a column means, in the language of the page. */
    public String meaning(Catalogue.DataSet set, Table.Column column) {
        return frame.language() == Language.KO
                ? Glossary.bundled().column(set.table().name(), column.name()).orElse(column.doc())
                : column.doc();
    }

    /** What a row is, in the language of the page. */
    public String grain(Catalogue.DataSet set) {
        String english = set.table().grain();
        return frame.language() == Language.KO
                ? Glossary.bundled()
                        .grain(set.table().name())
                        .map(korean -> korean + ".")
                        .orElse(english)
                : english;
    }

    public String title(Catalogue.DataSet set) {
        return frame.say(set.table().title(), set.table().titleEnglish());
    }

    public String span(Catalogue.DataSet set) {
        return String.join(" – ", set.span());
    }

    /** The files by year, the newest first; one list without a year where the table is not cut. */
    public NavigableMap<String, List<OpenFile>> years(Catalogue.DataSet set) {
        NavigableMap<String, List<OpenFile>> years = new TreeMap<>(Comparator.reverseOrder());
        set.files().forEach(file -> years.computeIfAbsent(file.year(), y -> new ArrayList<>())
                .add(file));
        return years;
    }

    public String size(OpenFile file) {
        return file.size() < 1024 ? file.size() + " B" : Shown.count((file.size() + 512) / 1024) + " KB";
    }
}
