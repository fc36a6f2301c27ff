"""Indicators that TA-Lib lacks, one file each; they share arithmetic but do not import each other."""
