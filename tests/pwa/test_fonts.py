"""Every letter of every language has its glyph in a font that the page brings: no boxes, no font from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.i18n import LANGUAGES, Language
from build.pwa.fonts import FALLBACKS, fallback_paths
from build.pwa.places import WEB, client
from build.words import read, translations

OWN_FONT = {"ar": "notosansarabic", "fa": "notosansarabic", "ti": "notosansethiopic", "ur": "notosansarabic"}
ALPHABETS = {
    "ku": "abcçdeêfghiîjklmnopqrsştuûvwxyzABCÇDEÊFGHIÎJKLMNOPQRSŞTUÛVWXYZ",
    "tr": "çğıöşüÇĞİÖŞÜâîû",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ’ʼ",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأ،؛؟",
    "ti": "ሀለሐመሠረሰሸቀቐበተነአከኸወዐዘየደገጠጨፀፈ፣።፧ቋኳጓ",
    "ur": "ٹپچڈڑژکگںھہیےئؤأ،۔؟",
    "da": "æøåÆØÅ",
}


@cache
def glyphs(path: Path) -> frozenset[int]:
    return frozenset(TTFont(path).getBestCmap())


def there(code: str) -> frozenset[int]:
    """What the page can draw for that language: the base font, and its own."""
    base = glyphs(client() / "assets" / "fonts" / "roboto.woff2")
    own = OWN_FONT.get(code)
    return base | glyphs(WEB / "node_modules" / FALLBACKS[own]) if own else base


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.code)
def test_every_letter_of_a_language_has_its_glyph(language: Language) -> None:
    said = language.own_name + ALPHABETS.get(language.code, "") + every_text(language.code)
    lacking = {sign for sign in said if sign.isalpha() and ord(sign) not in there(language.code)}

    assert lacking - set("→←") == set()


def every_text(code: str) -> str:
    path = dict(translations()).get(code)
    if path is None:
        return ""
    texts = (message.string for message in read(path, code) if message.id)
    return "".join(text if isinstance(text, str) else "".join(text) for text in texts if text)


def test_the_engine_looks_for_the_fonts_where_they_are_put() -> None:
    assert {path.split("/")[0] for path in fallback_paths()} == {*FALLBACKS, "notocoloremoji"}
    assert {OWN_FONT[each.code] for each in LANGUAGES if each.code in OWN_FONT} == set(FALLBACKS)
