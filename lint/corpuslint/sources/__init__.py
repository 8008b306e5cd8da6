"""Sources: where records come from (site, author, file or any field), and what stands out about each."""
