"""Compares the names of actors, as far as spelling goes."""

import unicodedata


def plain(name: str) -> str:
    """Return a name without case, punctuation and superfluous white space.

    „Das Außenministerium (in Bern)“ gives "das aussenministerium in bern".

    Args:
        name: any name.

    Returns:
        What names are compared by.
    """
    folded = unicodedata.normalize("NFC", name).casefold()
    letters = "".join(sign if sign.isalnum() else " " for sign in folded)
    return " ".join(letters.split())
