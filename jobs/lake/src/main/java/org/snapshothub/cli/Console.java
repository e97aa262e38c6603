package org.snapshothub.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.snapshothub.lake.Progress;

/**
 * What people see while a run goes on: a line that moves on a terminal, plain lines elsewhere; all on stderr.
 *
 * <p>Whatever came out of a page passes through {@link #plain}, so that no control character of it reaches a terminal.
 */
final class Console implements Progress {

    private static final long PLAIN_LINE_SECONDS = 15;

    private final PrintStream err;
    private final boolean isTerminal;

    Console(PrintStream err, boolean isTerminal) {
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /** The console of this process; the launcher says whether stderr is a terminal. */
    static Console ofProcess() {
        return new Console(System.err, isTerminal());
    }

    /** Whether stderr is a terminal, as the launcher says; the JVM can't tell of stderr alone. */
    static boolean isTerminal() {
        return "1".equals(System.getenv("HUB_TERMINAL"));
    }

    void line(String text) {
        err.println(plain(text));
    }

    @Override
    public Watch watch(Stage stage) {
        Shown shown = new Shown(stage);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        long period = isTerminal ? 300 : TimeUnit.SECONDS.toMillis(PLAIN_LINE_SECONDS);
        clock.scheduleAtFixedRate(shown::soFar, period, period, TimeUnit.MILLISECONDS);
        return () -> {
            clock.shutdownNow();
            shown.atTheEnd();
        };
    }

    /** A stage's line, moved on where a person watches; in a log nothing stands twice. */
    private final class Shown {
        private final Stage stage;
        private final long start = System.nanoTime();
        private String last = "";

        Shown(Stage stage) {
            this.stage = stage;
        }

        void soFar() {
            show(Console.soFar(stage, seconds()));
        }

        void atTheEnd() {
            show(line(stage, seconds()));
            if (isTerminal) {
                err.println();
            }
        }

        private double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        private synchronized void show(String line) {
            if (isTerminal) {
                err.print("\r\u001B[K" + line);
                err.flush();
            } else if (!line.equals(last)) {
                err.println(line);
            }
            last = line;
        }
    }

    /** {@code reading: 120.5 of 366.0 MB, 1,204 pages, 35.2 MB/s, about 7 s left}. */
    static String line(Stage stage, double seconds) {
        boolean isBytes = isBytes(stage);
        double scale = isBytes ? 1e6 : 1;
        double total = stage.total().number() / scale;
        double done = done(stage) / scale;
        double rate = seconds > 0 ? done / seconds : 0;
        double left = done > 0 ? (total - done) / rate : 0;
        return counts(stage)
                + String.format(
                        Locale.ROOT,
                        ", %,.1f %s/s",
                        rate,
                        isBytes ? "MB" : stage.total().unit())
                + (left >= 1 ? ", about " + duration(left) + " left" : "");
    }

    /** As {@link #line} while the stage goes on: when all is done, what came of it is still being written. */
    static String soFar(Stage stage, double seconds) {
        return done(stage) < stage.total().number() ? line(stage, seconds) : counts(stage) + ", being written";
    }

    private static String counts(Stage stage) {
        boolean isBytes = isBytes(stage);
        double scale = isBytes ? 1e6 : 1;
        String number = isBytes ? "%,.1f" : "%,.0f";
        String counts = String.format(
                Locale.ROOT,
                "%s: " + number + " of " + number + " %s",
                stage.name(),
                done(stage) / scale,
                stage.total().number() / scale,
                isBytes ? "MB" : stage.total().unit());
        Beside beside = stage.beside();
        return beside == null
                ? counts
                : counts + String.format(Locale.ROOT, ", %,d %s", beside.count().getAsLong(), beside.unit());
    }

    private static boolean isBytes(Stage stage) {
        return stage.total().unit().equals("bytes");
    }

    /** What is done may be told a little too high while tasks end. */
    private static long done(Stage stage) {
        return Math.min(stage.total().number(), stage.done().getAsLong());
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 120) {
            return whole + " s";
        }
        return whole < 7_200
                ? Math.round(seconds / 60) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3_600);
    }

    /** Text with its control characters, bidi controls among them, as visible escapes. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean isHarmless = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            if (isHarmless) {
                plain.appendCodePoint(c);
            } else {
                plain.append(String.format("\\u%04X", c));
            }
        });
        return plain.toString();
    }

    /** A small table, columns as wide as their widest cell; Hangul counts double. */
    static String table(List<String> head, List<List<String>> rows) {
        int[] widths = new int[head.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(head.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder table = new StringBuilder();
        appendRow(table, head, widths);
        rows.forEach(row -> appendRow(table, row, widths));
        return table.toString();
    }

    private static void appendRow(StringBuilder table, List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String cell = plain(cells.get(i));
            String padding = " ".repeat(widths[i] - Math.min(widths[i], width(cell)));
            boolean isNumber = cell.matches("[-0-9.,:]+");
            table.append(isNumber ? padding + cell : cell + padding).append(i + 1 < widths.length ? "  " : "");
        }
        while (table.length() > 0 && table.charAt(table.length() - 1) == ' ') {
            table.setLength(table.length() - 1);
        }
        table.append('\n');
    }

    private static int width(String cell) {
        return cell.codePoints().map(c -> c >= 0x1100 && c < 0xFFE7 ? 2 : 1).sum();
    }
}
