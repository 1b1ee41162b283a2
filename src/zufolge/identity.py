"""Ids made of content: the same input gives the same id on any machine."""

import hashlib
import json

_DIGITS = 16


def identify(*content: object) -> str:
    """Return an id for some content.

    Args:
        content: anything that JSON can write.

    Returns:
        The first 16 hexadecimal digits of the SHA-256 of the content's compact JSON.
    """
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
