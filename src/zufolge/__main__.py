"""``python -m zufolge``."""

from zufolge.cli import main

main()
