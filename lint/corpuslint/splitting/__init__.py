"""A corpus divided by verdicts: records by the raw lines they stand in, plain files by their names or as copies."""
