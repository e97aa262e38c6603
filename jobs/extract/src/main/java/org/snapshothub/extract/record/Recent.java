package org.snapshothub.extract.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The last answers to questions that are asked again and again, such as what a widget says that a site prints on every page
 * of an hour. Only for answers that depend on nothing but the question; safe for threads, which may answer one twice.
 *
 * @param <Q> the question, by its equality
 * @param <A> the answer, never null
 */
public final class Recent<Q, A> {

    private static final float LOAD = 0.75f;

    private final Map<Q, A> answers;

    /** Remembers up to {@code most} answers, those asked for last. */
    public Recent(int most) {
        answers = new LinkedHashMap<>(most, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Q, A> eldest) {
                return size() > most;
            }
        };
    }

    public A of(Q question, Supplier<A> answer) {
        return known(question).orElseGet(() -> {
            A found = answer.get();
            remember(question, found);
            return found;
        });
    }

    public Optional<A> known(Q question) {
        synchronized (answers) {
            return Optional.ofNullable(answers.get(question));
        }
    }

    public void remember(Q question, A answer) {
        synchronized (answers) {
            answers.put(question, answer);
        }
    }
}
