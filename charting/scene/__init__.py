"""Turns a document, its bars and a viewport into arrays and figures in pixels."""
