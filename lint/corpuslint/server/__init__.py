"""``corpuslint server``: findings, rule pages and repairs in an editor, by the Language Server Protocol."""
