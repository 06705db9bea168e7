"""What the Lua files of a pack say, as plain data: each entry and rule with its keys.

Only what is written at the level of a file is read. A value that is a text, a number, a name or a table of these comes as it is;
a sentence or a function comes as its text.
"""
import pathlib
import re

TOKEN = re.compile(r'''\s+|--\[\[.*?\]\]|--[^\n]*|(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<name>[A-Za-z_]\w*)|(?P<number>\d+(?:\.\d+)?)|(?P<sign>\.\.\.?|[=~<>]=|.)''', re.S)
OPENS, CLOSES = {"{", "(", "[", "function", "if", "do"}, {"}", ")", "]", "end"}
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "'": "'", "\\": "\\"}


def tokens_of(text):
    """[(kind, word)] without space and comments."""
    found = []
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "text":
            found.append((kind, re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(1)), match.group(kind)[1:-1], flags=re.S)))
        elif kind:
            found.append((kind, match.group(kind)))
    return found


def depth_after(depth, token):
    kind, word = token
    if kind == "text":
        return depth
    return depth + (word in OPENS) - (word in CLOSES)


def closing(tokens, at):
    """The place of what closes the bracket at `at`."""
    depth = 0
    for i in range(at, len(tokens)):
        depth = depth_after(depth, tokens[i])
        if depth == 0:
            return i
    raise ValueError("a bracket is not closed")


def value_of(tokens):
    if len(tokens) == 1:
        kind, word = tokens[0]
        return int(word) if kind == "number" and word.isdigit() else word
    if tokens and tokens[0] == ("sign", "{") and closing(tokens, 0) == len(tokens) - 1:
        named, items = table_of(tokens[1:-1])
        return {**named, **({"items": items} if items else {})} if named else items
    return " ".join(word for _, word in tokens)


def table_of(tokens):
    """({name: value}, [value]) of what stands between two braces."""
    named, items, start, depth = {}, [], 0, 0
    for i in range(len(tokens) + 1):
        if i < len(tokens) and not (depth == 0 and tokens[i] in (("sign", ","), ("sign", ";"))):
            depth = depth_after(depth, tokens[i])
            continue
        part, start = tokens[start:i], i + 1
        if not part:
            continue
        if len(part) > 2 and part[0][0] == "name" and part[1] == ("sign", "="):
            named[part[0][1]] = value_of(part[2:])
        elif len(part) > 4 and part[0] == ("sign", "[") and part[3] == ("sign", "="):
            named[part[1][1]] = value_of(part[4:])
        else:
            items.append(value_of(part))
    return named, items


class Item:
    """`word "id" { ... }`: a rule, or an entry of standing data."""

    def __init__(self, word, name, keys, items, file):
        self.word, self.id, self.keys, self.items, self.file = word, name, keys, items, file

    @property
    def rows(self):
        row = self.keys.get("row", [])
        return [row] if isinstance(row, str) else row


def items_of(file, name):
    tokens, found, i = tokens_of(file.read_text()), [], 0
    while i < len(tokens):
        if tokens[i] == ("name", "local"):   # local x = ...: nothing of its own
            i += 1
        elif i + 2 < len(tokens) and tokens[i][0] == "name" and tokens[i + 1][0] == "text" and tokens[i + 2] == ("sign", "{"):
            end = closing(tokens, i + 2)
            keys, items = table_of(tokens[i + 3:end])
            found.append(Item(tokens[i][1], tokens[i + 1][1], keys, items, name))
            i = end + 1
        else:
            i += 1
    return found


def read_pack(folder):
    """Every item of the pack in `folder`, by file."""
    folder = pathlib.Path(folder)
    found = []
    for file in sorted(folder.glob("*.lua")) + sorted((folder / "parameters").glob("*.lua")):
        found += items_of(file, file.relative_to(folder).as_posix())
    return found
