"""Cleaning: a derived copy without what rules mark as removable, and the log that undoes it."""
