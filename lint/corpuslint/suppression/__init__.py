"""What is kept out of a report: by comments in Markdown, by ``corpuslint-ignore.toml``, by a baseline."""
