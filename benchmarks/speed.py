"""Measures how fast reports are read: ``python benchmarks/speed.py`` (with the extra ``bench``).

Each number of threads is measured in a process of its own, end to end (words, pieces, encoder,
tags, reader, records) and for the encoder alone. The int8 matrix products that the machine
reaches are measured in the same process, so that figures of different machines can be compared.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from onnx import TensorProto, helper

from zufolge.annotate import annotate, load
from zufolge.annotate.attribution import attribute
from zufolge.annotate.windows import cut, sequence
from zufolge.annotate.words import words
from zufolge.article import Article
from zufolge.encoder import Model
from zufolge.sources import read_file

EXAMPLES = Path(__file__).parent.parent / "examples"
WORDS_AN_ARTICLE = 250
# Multiplications and additions a piece: twelve layers of four square and two wide matrices.
_OPERATIONS_A_PIECE = 2 * 12 * (4 * 384 * 384 + 2 * 384 * 1536)
_MATRIX = (1024, 384, 1536)


def articles(count: int) -> list[Article]:
    """Make articles of about 250 words out of the paragraphs of the example, in seeded order."""
    dice = random.Random(1)
    source = read_file(EXAMPLES / "tanker.txt")
    paragraphs = [part for part in source.text.split("\n\n") if part.strip()]
    made = []
    for number in range(count):
        text = f"Bericht {number}."
        while len(words(text)) < WORDS_AN_ARTICLE:
            text += "\n\n" + dice.choice(paragraphs)
        made.append(Article(text, date=source.date))
    return made


def end_to_end(model: Model, read: list[Article]) -> dict[str, float]:
    """Return seconds, articles and words a second of the whole reading."""
    annotate(read[:16], model)
    began = time.perf_counter()
    for start in range(0, len(read), 16):
        annotate(read[start : start + 16], model)
    seconds = time.perf_counter() - began
    count = sum(len(words(article.text)) for article in read)
    return {
        "seconds": round(seconds, 2),
        "articles_a_second": round(len(read) / seconds, 2),
        "words_a_second": round(count / seconds),
    }


def attribution_alone(model: Model, read: list[Article]) -> float:
    """Return the seconds that finding the quotations takes, without actors, times, places …."""
    began = time.perf_counter()
    for start in range(0, len(read), 16):
        attribute(read[start : start + 16], model)
    return time.perf_counter() - began


def encoder_alone(model: Model, read: list[Article]) -> dict[str, float]:
    """Return pieces a second and operations a second of the encoder's graph."""
    rows = []
    for article in read:
        pieces = model.pieces.of_words(article.text, words(article.text))
        rows += [sequence(pieces, window)[0] for window in cut([len(p) for p in pieces], [0])]
    rows.sort(key=len)
    model.tag(rows[:8], 0)
    began = time.perf_counter()
    for start in range(0, len(rows), 8):
        model.tag(rows[start : start + 8], 0)
    seconds = time.perf_counter() - began
    pieces_a_second = sum(map(len, rows)) / seconds
    return {
        "pieces_a_second": round(pieces_a_second),
        "giga_operations_a_second": round(pieces_a_second * _OPERATIONS_A_PIECE / 1e9, 1),
    }


def int8_rate(threads: int) -> float:
    """Return the giga-operations a second of int8 matrix products of the encoder's shape."""
    rows, inner, columns = _MATRIX
    left = helper.make_tensor_value_info("left", TensorProto.UINT8, [rows, inner])
    right = helper.make_tensor(
        "right", TensorProto.INT8, [inner, columns], bytes(inner * columns), raw=True
    )
    out = helper.make_tensor_value_info("out", TensorProto.INT32, [rows, columns])
    node = helper.make_node("MatMulInteger", ["left", "right"], ["out"])
    graph = helper.make_graph([node], "product", [left], [out], [right])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    feed = {"left": np.ones((rows, inner), np.uint8)}
    session.run(None, feed)
    began, count = time.perf_counter(), 0
    while time.perf_counter() - began < 2:
        session.run(None, feed)
        count += 1
    return 2 * rows * inner * columns * count / (time.perf_counter() - began) / 1e9


def measure(threads: int, count: int) -> dict[str, Any]:
    """Measure one number of threads in this process; memory is the peak of the process in MB."""
    began = time.perf_counter()
    model = load(threads=threads)
    loading = time.perf_counter() - began
    read = articles(count)
    whole = end_to_end(model, read)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ratio = whole["seconds"] / attribution_alone(model, read)
    alone, rate = encoder_alone(model, read), int8_rate(threads)
    return {
        "threads": threads,
        "load_seconds": round(loading, 2),
        "end_to_end": whole,
        "whole_reading_to_attribution_alone": round(ratio, 2),
        "peak_memory_mb": round(peak),
        "encoder": alone,
        "int8_giga_operations_a_second": round(rate, 1),
        "encoder_share_of_int8_rate": round(alone["giga_operations_a_second"] / rate, 3),
    }


def main() -> None:
    """Measure on one and on two threads and print a JSON object each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=160)
    parser.add_argument("--threads", type=int, help="measure this number only")
    told = parser.parse_args()
    if told.threads:
        sys.stdout.write(json.dumps(measure(told.threads, told.articles)) + "\n")
        return
    for threads in (1, 2):
        command = [sys.executable, __file__, "--threads", str(threads)]
        subprocess.run([*command, "--articles", str(told.articles)], check=True)


if __name__ == "__main__":
    main()
