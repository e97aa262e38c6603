package org.snapshothub.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small table: a label and up to three numbers a row. */
final class Figures {

    private final List<String[]> rows = new ArrayList<>();

    Figures(String... head) {
        rows.add(head);
    }

    /** A cost, and how many times {@code baseline}'s CPU it is. */
    void row(String label, Cost cost, Cost baseline) {
        row(label, cost.cpu(), cost.wall(), cost.cpu() / baseline.cpu());
    }

    void row(String label, double... numbers) {
        String[] cells = new String[numbers.length + 1];
        cells[0] = label;
        for (int i = 0; i < numbers.length; i++) {
            cells[i + 1] = String.format(Locale.ROOT, "%,.2f", numbers[i]);
        }
        rows.add(cells);
    }

    void print() {
        System.out.println();
        for (String[] cells : rows) {
            StringBuilder line = new StringBuilder(String.format("%-44s", cells[0]));
            for (int i = 1; i < cells.length; i++) {
                line.append(String.format("%15s", cells[i]));
            }
            System.out.println(line.toString().stripTrailing());
        }
        System.out.println();
    }
}
