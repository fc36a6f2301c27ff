"""The drawing tools, one small declaration each, and the edits they all share."""
