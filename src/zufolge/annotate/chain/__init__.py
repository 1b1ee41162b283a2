"""The chain of a statement: who told it to whom until it reached the article."""

from zufolge.annotate.chain.links import Links, find_links
from zufolge.annotate.chain.order import fill_chains, find_chain

__all__ = ["Links", "fill_chains", "find_chain", "find_links"]
