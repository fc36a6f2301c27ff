"""The window's commands by menu: what each is called, its keys and what it does."""
