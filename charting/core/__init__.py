"""Values and rules that everything else stands on; knows nothing of Qt, files or networks."""
