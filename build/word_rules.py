"""What the code must not do with words: glue a sentence, say what no catalogue can know, know left from right."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterator
from pathlib import Path

SPEAKERS = {"t", "words", "hers", "spoken"}
"""What Words are called in a screen."""

GIVE_WORDS = {"danish", "use_words", "words", "Words"}
"""What gives Words when it is called."""

HOLD_WORDS = {"words", "own_words"}
"""Where a session has them."""

MARKED = "marked"
"""Takes a text to be said in any language later."""

SIDES = re.compile(r"\b(?:left|right|top_left|top_right|bottom_left|bottom_right)=|\.(?:[A-Z]+_)?(?:LEFT|RIGHT)\b")


def broken_rules(root: Path) -> Iterator[str]:
    """A line for each place in app/ below `root`."""
    for file in sorted((root / "app").rglob("*.py")):
        name, source = file.relative_to(root).as_posix(), file.read_text("utf-8")
        yield from (f"{name}:{line}: {fault}" for line, fault in glued(source))
        if "views" in file.parts and "kit" not in file.parts:
            yield from (f"{name}:{line}: knows left from right" for line in sides(source))


def unknown_keys(root: Path, known: Container[str]) -> Iterator[str]:
    """A line for each text in app/ that is said and that no catalogue has, for it was not gathered."""
    for file in sorted((root / "app").rglob("*.py")):
        name = file.relative_to(root).as_posix()
        for line, text in not_known(file.read_text("utf-8"), known):
            yield f"{name}:{line}: an unknown key, not gathered where it stands: {text!r}"


def not_known(source: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """(line, text): inside an f-string, in one of two branches, or said by Words of another name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args and _says(node.func):
            yield from ((node.lineno, text) for text in _texts(node.args[0]) if text and text not in known)


def glued(source: str) -> Iterator[tuple[int, str]]:
    """(line, fault) of every sentence that is put together, which no other language could order anew."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and (_said(node.left) or _said(node.right)):
            yield node.lineno, "a sentence is glued"
        elif isinstance(node, ast.JoinedStr):
            pieces = [piece.value for piece in node.values if isinstance(piece, ast.FormattedValue)]
            texts = [str(piece.value) for piece in node.values if isinstance(piece, ast.Constant)]
            if any(map(_said, pieces)) and any(sign.isalpha() for text in texts for sign in text):
                yield node.lineno, "a sentence is glued"
        elif _said(node) and isinstance(node, ast.Call) and node.args and _made(node.args[0]):
            yield node.lineno, "an unknown key: this text is made when it is said"


def sides(source: str) -> Iterator[int]:
    """Lines that say left or right: the kit alone knows where a line begins."""
    return (number for number, line in enumerate(source.splitlines(), 1) if SIDES.search(line))


def _said(node: ast.AST) -> bool:
    """`t("…")` or `t.many("…", …)`."""
    if not isinstance(node, ast.Call):
        return False
    called = node.func.value if isinstance(node.func, ast.Attribute) and node.func.attr == "many" else node.func
    return isinstance(called, ast.Name) and called.id in SPEAKERS


def _says(called: ast.AST) -> bool:
    """`t(…)`, `t.many(…)`, `session.words(…)`, `danish()(…)`, `marked(…)`."""
    if isinstance(called, ast.Attribute) and called.attr in {"many", "has"}:
        called = called.value
    if isinstance(called, ast.Call):
        given = called.func
        return (given.attr if isinstance(given, ast.Attribute) else getattr(given, "id", "")) in GIVE_WORDS
    if isinstance(called, ast.Attribute):
        return called.attr in HOLD_WORDS
    return isinstance(called, ast.Name) and called.id in {*SPEAKERS, MARKED}


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _made(node: ast.AST) -> bool:
    return isinstance(node, (ast.JoinedStr, ast.BinOp)) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    )
