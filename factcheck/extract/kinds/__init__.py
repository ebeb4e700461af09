"""One module per kind of claim, each with `extract(document)` → an iterator of claims."""
