"""The chart engine: values, market data, indicators, drawing tools, scenes and the Qt view."""
