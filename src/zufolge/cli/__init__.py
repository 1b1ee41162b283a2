"""The command line: one thin command a stage, one module a group of commands.

What costs time to load (models, HTML, language detection, tables of colour) is imported inside
the command that needs it, so that ``zufolge --help`` answers at once. A module of commands
registers them with ``application.app``; importing it here makes them part of the program.
"""

from zufolge.cli import actor, adding, evaluate, export, questions, read, record
from zufolge.cli.application import app, main

__all__ = [
    "actor",
    "adding",
    "app",
    "evaluate",
    "export",
    "main",
    "questions",
    "read",
    "record",
]
