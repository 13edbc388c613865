"""Cases that both languages must pass, made here and only here: `python -m sync.vectors` writes the JSON."""
