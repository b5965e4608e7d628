"""The singular of an English table name.

Libraries for English take ``bonus``, ``canvas`` or ``data`` for plurals, or know no ``caches``: the
vocabulary of databases is a small one, and its own. Users have the key ``singular`` for the rest.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words whose singular no rule gives.
IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "mice": "mouse",
    "geese": "goose",
    "feet": "foot",
    "teeth": "tooth",
    "oxen": "ox",
    "indices": "index",
    "vertices": "vertex",
    "matrices": "matrix",
    "appendices": "appendix",
    "quizzes": "quiz",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "halves": "half",
    "shelves": "shelf",
    "leaves": "leaf",
    "thieves": "thief",
    "selves": "self",
    "loaves": "loaf",
    "calves": "calf",
    "caches": "cache",
    "headaches": "headache",
    "movies": "movie",
    "cookies": "cookie",
    "calories": "calorie",
    "zombies": "zombie",
    "selfies": "selfie",
    "ties": "tie",
    "pies": "pie",
    "lies": "lie",
    "shoes": "shoe",
    "toes": "toe",
    "axes": "axis",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "nuclei": "nucleus",
    "alumni": "alumnus",
    "stimuli": "stimulus",
    "corpora": "corpus",
    "genera": "genus",
    "foes": "foe",
    "hoes": "hoe",
    "woes": "woe",
    "oboes": "oboe",
}
#: Words that are their own singular, among them those that end in s without being plurals.
UNCHANGED = _words(
    "news series species metadata data equipment information money rice fish sheep deer lens "
    "gas atlas canvas bias alias chaos cosmos ethos pathos rhinoceros kudos sms https dns aws "
    "gps os ios cors css js redis postgres kubernetes analytics ics media has is was this "
    "always perhaps jeans pants headquarters means "
)
#: Plurals of words in s that add "es".
_ES_NOUNS = _words(
    "statuses viruses bonuses campuses buses corpuses censuses focuses menuses surpluses "
    "prospectuses apparatuses consensuses abacuses octopuses walruses cactuses choruses "
    "circuses geniuses radiuses thesauruses syllabuses aliases atlases canvases biases gases "
    "lenses irises pluses minuses "
)
#: Greek words in is.
_IS_NOUNS = _words(
    "analyses crises theses hypotheses diagnoses prognoses synopses parentheses ellipses "
    "oases emphases synapses neuroses metamorphoses "
)


def singular(word: str) -> str:
    """The singular of a word, with its capitals; a word that is no plural comes back as it is."""
    lowered = word.lower()
    result = _singular(lowered)
    if result == lowered:
        return word
    kept = 0
    while kept < min(len(result), len(word)) and result[kept] == lowered[kept]:
        kept += 1
    return word[:kept] + result[kept:]


def _singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in UNCHANGED or not word.endswith("s") or len(word) < 3:
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word in _ES_NOUNS:
        return word[:-2]
    if word in _IS_NOUNS:
        return word[:-2] + "is"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1]
