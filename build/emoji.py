"""python -m build.emoji: makes assets/fonts/emoji/ from Noto Color Emoji. Takes minutes; commit what it makes.

The numbered slices on npm hold SVG outlines, which Flutter's engine draws as nothing; the whole font has COLR too. So
the whole font, without SVG, is cut into the same slices.
"""

from __future__ import annotations

from fontTools import subset
from fontTools.ttLib import TTFont

from build.pwa.fonts import EMOJI
from build.pwa.places import CACHE, WEB

SOURCE = WEB / "node_modules" / "@fontsource" / "noto-color-emoji" / "files"
SLICES = 11
JOINERS = [0x200D, 0xFE0F, 0x20E3]
"""Zero-width joiner, "draw it in colour", key cap: parts of many emoji."""


def main() -> None:
    """Eleven files, 0.woff2 to 10.woff2."""
    whole = CACHE / "emoji.ttf"
    font = TTFont(SOURCE / "noto-color-emoji-emoji-400-normal.woff2")
    del font["SVG "]
    font.flavor = None
    font.save(whole)
    for number in range(SLICES):
        wanted = TTFont(SOURCE / f"noto-color-emoji-{number}-400-normal.woff2").getBestCmap()
        options = subset.Options(flavor="woff2", layout_features=["*"], notdef_outline=True)
        cut = subset.load_font(str(whole), options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[*wanted, *JOINERS])
        cutter.subset(cut)
        subset.save_font(cut, str(EMOJI / f"{number}.woff2"), options)
        print(number, len(wanted))


if __name__ == "__main__":
    main()
