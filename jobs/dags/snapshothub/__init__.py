"""What the DAGs of Snapshot Hub share: the pipeline as data, the days of a run, and the task that runs the program."""
