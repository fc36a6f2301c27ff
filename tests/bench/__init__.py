"""What a frame costs, as ratios against an empty pyqtgraph plot in the same run: ``python -m tests.bench``."""
