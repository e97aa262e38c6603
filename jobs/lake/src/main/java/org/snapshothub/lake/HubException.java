package org.snapshothub.lake;

/** Ends the run with an outcome; its message is one line that names the thing, and the way out. */
public class HubException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    public HubException(Outcome outcome, String message) {
        super(message);
        this.outcome = outcome;
    }

    public HubException(Outcome outcome, String message, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }
}
