"""Scores readings of annotated files: quotation corpora, dossiers, TimeML texts and named entities.

``detect`` tells which form a path has; the loader of that form reads it; the ``evaluate_…``
function takes the loaded files and the function to be scored, so that any model can be measured.
All results have ``to_json``; ``tables`` lays them out for a terminal.
"""

from zufolge.evaluate.corpus import load_corpus
from zufolge.evaluate.dossier_scores import DossierScores, evaluate_dossiers
from zufolge.evaluate.dossiers import load_dossiers
from zufolge.evaluate.entities import EntityScores, evaluate_entities, load_entities
from zufolge.evaluate.formats import Format, detect
from zufolge.evaluate.quotations import QuotationScores, evaluate_quotations
from zufolge.evaluate.table import tables
from zufolge.evaluate.timeml import TimeScores, evaluate_times, load_timeml

__all__ = [
    "DossierScores",
    "EntityScores",
    "Format",
    "QuotationScores",
    "TimeScores",
    "detect",
    "evaluate_dossiers",
    "evaluate_entities",
    "evaluate_quotations",
    "evaluate_times",
    "load_corpus",
    "load_dossiers",
    "load_entities",
    "load_timeml",
    "tables",
]
