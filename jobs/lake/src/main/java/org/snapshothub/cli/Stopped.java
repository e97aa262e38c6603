package org.snapshothub.cli;

/**
 * What a run that is stopped from outside (Ctrl-C, {@code kill}) says last, in one line.
 *
 * <p>The JVM's ending takes Spark away from under the work, and each of its threads would print what it misses.
 */
public final class Stopped {

    private static final String SAID = "hub: stopped from outside; what was committed stays, run again to go on";

    private volatile boolean isOver;

    private Stopped() {}

    /** From now on until {@link #isOver}, an end of the JVM is one from outside. */
    public static Stopped watched() {
        Stopped stopped = new Stopped();
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::say, "stopped"));
        return stopped;
    }

    /** The program ends of its own accord now. */
    public void isOver() {
        isOver = true;
    }

    private void say() {
        if (!isOver) {
            // A terminal's progress line has no end of its own.
            System.err.println(Console.isTerminal() ? System.lineSeparator() + SAID : SAID);
            System.err.close();
        }
    }
}
