"""What ``corpuslint`` can be told to do: one module a command, each ``run(arguments) -> exit code``."""
