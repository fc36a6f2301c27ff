"""TA-Lib's functions as indicators, one file a group: their texts, parameters and looks; the arithmetic is TA-Lib's."""
