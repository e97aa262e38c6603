package org.snapshothub.publish.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates, compiled when this program was built; they escape by the place in which a value stands. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.snapshothub.publish.site.template");

    private Templates() {}

    static String print(String template, Object page) {
        StringOutput out = new StringOutput(16_384);
        ENGINE.render(template, page, out);
        return out.toString();
    }
}
