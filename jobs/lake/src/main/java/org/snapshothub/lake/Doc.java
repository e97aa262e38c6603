package org.snapshothub.lake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a column means: the schema comment, the data dictionary and NOT NULL all come from here. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {

    /** One sentence. */
    String value();

    /** The unit of a number, e.g. {@code ℃}; empty where there is none. */
    String unit() default "";

    /** Whether the column may be null, and then the sentence says when. */
    boolean nullable() default false;
}
