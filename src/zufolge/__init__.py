"""Reads news reports and records who said what, according to whom."""
