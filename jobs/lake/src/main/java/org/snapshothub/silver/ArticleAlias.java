package org.snapshothub.silver;

import org.snapshothub.lake.Doc;
import org.snapshothub.lake.Table;

/** One row per article id that died when two groups merged. */
public record ArticleAlias(
        @Doc("The id that died") String aliasId,
        @Doc("The id that lives on") String articleId,

        @Doc("Sequence number of the commit that wrote the row")
        long runSeq) {

    public static final Table<ArticleAlias> TABLE = Table.of(
                    "silver.article_aliases",
                    ArticleAlias.class,
                    "One row per article id that died when two groups merged.")
            .key("alias_id");
}
