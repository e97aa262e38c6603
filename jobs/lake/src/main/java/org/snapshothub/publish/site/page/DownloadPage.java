package org.snapshothub.publish.site.page;

import java.util.List;
import org.snapshothub.publish.site.Shown;
import org.snapshothub.publish.site.data.Catalogue;
import org.snapshothub.publish.site.data.OpenFile;

/** 데이터 내려받기: the tables with their files and what their columns mean. */
public record DownloadPage(Frame frame, List<Catalogue.DataSet> sets) implements SitePage {

    public String title(Catalogue.DataSet set) {
        return frame.say(set.table().title(), set.table().titleEnglish());
    }

    public String span(Catalogue.DataSet set) {
        return String.join(" – ", set.table().span());
    }

    public String size(OpenFile file) {
        return file.size() < 1024 ? file.size() + " B" : Shown.count((file.size() + 512) / 1024) + " KB";
    }
}
