"""The report: one HTML file that needs nothing else. What a run found → ``model`` → templates → the page."""
