"""The window's commands by menu: what each is called, its keys and what it does.

Dialogs are imported when they are opened, so that the window comes up sooner.
"""
