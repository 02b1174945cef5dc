"""One file a task: gold items in, results out."""
