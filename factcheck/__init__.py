"""factcheck: a linter for facts across sources."""
