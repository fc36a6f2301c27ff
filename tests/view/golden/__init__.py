"""Golden pictures: charts as they are to look, kept as files, and the command that paints them anew.

``python -m tests.view.golden`` paints all of them (or those named), to be looked at before they are committed. They hold
no texts and are laid out by letters of one size, so that they are the same with any font.
"""
