package org.snapshothub;

import org.snapshothub.cli.Hub;
import org.snapshothub.cli.Stopped;

/** The program: the same for spark-submit and for the launcher. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Stopped stopped = Stopped.watched();
        int code = Hub.execute(arguments);
        stopped.isOver();
        // In cluster mode the exit of the driver's main is the application's end: only a failure needs more.
        if (code != 0 || Boolean.getBoolean("hub.embedded")) {
            System.exit(code);
        }
    }
}
