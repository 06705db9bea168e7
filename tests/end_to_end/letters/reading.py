"""How hard a text is to read: the grade of Flesch and Kincaid, from the words of a sentence and the syllables of a word. Grade 7 is read
at twelve. Names, clauses, sums and numbers are left out of the count: they are what they are."""
import re

VOWELS = re.compile(r"[aeiouy]+")


def syllables(word):
    """Groups of vowels, without a silent ending; right for most words of English, and never less than one."""
    word = word.lower()
    count = len(VOWELS.findall(word))
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$", word) or re.search(r"[^aeiouytd]ed$", word) or re.search(r"[^aeiouyscxz]es$", word):
        count -= 1
    return max(1, count)


def sentences_of(text):
    """Ends are full stops, colons, and the ends of lines: an item of a list is read by itself."""
    text = re.sub(r"(\d)[.,](\d)", r"\1\2", text)
    return [s for s in re.split(r"[.:!?;]\s|[.:!?;]$|\n", text) if re.search(r"[a-z]{2}", s)]


def grade(text):
    counted = [re.findall(r"[A-Za-z][A-Za-z'’]*", s) for s in sentences_of(text)]
    counted = [words for words in counted if words]
    words = [w for s in counted for w in s]
    return 0.39 * len(words) / len(counted) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
