"""factcheck.toml and what it changes: which rules run, how severely, whom to trust, what is one name, what is true.

`file` reads it, `record` is its shape; `aliases`, `facts` and `trust` each put one part of it into effect.
"""
