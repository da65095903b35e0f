"""What the model's tokenizer does to a text before cutting it into pieces. `export.py` writes the same steps into tokenizer.json."""

import re
import unicodedata

# Soft hyphen, zero-width space and joiners, directional marks, word joiner, byte order mark: invisible, and used unevenly; so are
# the vowel points of Arabic and Hebrew, which dictionaries and scripture have and newspapers leave out, and the tatweel.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0652\u0670]")
# What JavaScript's \s and Python's \s agree on once NFKC has turned the exotic spaces into U+0020.
SPACES = re.compile("[ \t\n\v\f\r\u0085\u2028\u2029]+")


def normalise(text):
    """NFKC, lower case, invisible characters dropped, runs of white space made one space, none at the ends."""
    return SPACES.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFKC", text).lower())).strip(" ")
