"""The indicator catalogue: declarations and the arithmetic behind them."""
