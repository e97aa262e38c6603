package org.snapshothub.extract.usecase;

import java.util.List;

/** One form in which cases are told. */
interface Rule {

    /** The names the sentence gives in this form, in order. */
    List<Candidate> find(Sentence sentence);
}
