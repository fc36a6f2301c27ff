"""The window: docks, dialogs, commands, theme and workers."""
