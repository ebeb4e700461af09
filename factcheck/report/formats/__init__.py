"""One module per output format: `render(result, folder)` → the report's text, and perhaps FILE, its file's name."""
