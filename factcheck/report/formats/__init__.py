"""One module per output format, each with `render(result, folder)` → the text of the report."""
