"""Ways to run the work of extraction: each module has `run(work, items, jobs)` → results in the order of the items.

Engines move data and know nothing of what it means; `serial` is the reference that the others must equal.
"""
