"""``python -m zufolge.cli``."""

from zufolge.cli import main

main()
