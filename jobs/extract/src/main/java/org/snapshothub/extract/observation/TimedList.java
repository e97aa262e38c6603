package org.snapshothub.extract.observation;

/** A list and the day and hour printed beside it. */
record TimedList(EntryList list, PrintedTime time) {}
