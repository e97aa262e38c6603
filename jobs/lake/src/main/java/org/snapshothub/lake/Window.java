package org.snapshothub.lake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The half-open KST days that a run looks at: {@code --from} included, {@code --to} excluded; an absent end is open.
 *
 * <p>It chooses what is looked at, not what is written: a job rewrites every slice that what it looked at touches.
 */
public record Window(Optional<LocalDate> from, Optional<LocalDate> to) {

    public static final Window ALL = new Window(Optional.empty(), Optional.empty());

    public Window {
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new HubException(
                    Outcome.USAGE,
                    "--from " + from.get() + " must be before --to " + to.get()
                            + ": the days are half-open, so for one day --to is the day after");
        }
    }

    public boolean isAll() {
        return from.isEmpty() && to.isEmpty();
    }

    public boolean holds(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && to.map(day::isBefore).orElse(true);
    }

    /** Whether a month has a day in the window; {@code unknown} only without the options. */
    public boolean overlaps(String month) {
        if (isAll()) {
            return true;
        }
        if (!month.matches("\\d{4}-\\d{2}")) {
            return false;
        }
        YearMonth m = YearMonth.parse(month);
        return from.map(f -> !m.atEndOfMonth().isBefore(f)).orElse(true)
                && to.map(t -> m.atDay(1).isBefore(t)).orElse(true);
    }

    /** The condition on a date column; a null date is always in. */
    public Column holds(String column) {
        Column c = functions.col(column);
        Column in = functions.lit(true);
        if (from.isPresent()) {
            in = in.and(c.geq(functions.lit(from.get())));
        }
        if (to.isPresent()) {
            in = in.and(c.lt(functions.lit(to.get())));
        }
        return isAll() ? in : c.isNull().or(in);
    }
}
