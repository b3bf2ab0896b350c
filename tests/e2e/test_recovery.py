"""Recovery sheets in real browsers: one makes and prints them, and on an empty phone two let somebody in."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from app.keys.sheets import Sheet, read
from build.demo_content import ORGANISATION
from build.pwa.places import WEB, node
from tests.e2e.browser import Phone
from tests.e2e.conftest import LetIn
from tests.e2e.film import film
from tests.e2e.organisation import Organisation
from tests.e2e.person import LANGUAGES, PIN, Person

SIDE = 360
PIXELS = """async ([svg, side]) => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'))}`;
  await image.decode();
  const pen = Object.assign(document.createElement("canvas"), { width: side, height: side }).getContext("2d");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, side, side);
  pen.drawImage(image, 0, 0, side, side);
  const { data } = pen.getImageData(0, 0, side, side);
  return Array.from({ length: side * side }, (_, at) => (data[4 * at] > 127 ? 1 : 0)).join("");
}"""
DECODE = """
import decodeQR from "qr/decode.js";
import { text } from "node:stream/consumers";
const white = [...(await text(process.stdin))].map((one) => 255 * Number(one));
const side = Math.sqrt(white.length);
const data = new Uint8Array(white.flatMap((one) => [one, one, one, 255]));
console.log(decodeQR({ width: side, height: side, data }));
"""


def drawn(phone: Phone, svg: str) -> str:
    """What a camera reads off that picture, by the decoder that our own camera uses."""
    pixels: str = phone.page.evaluate(PIXELS, [svg, SIDE])
    decode = [str(node()), "--input-type=module", "-e", DECODE]
    read = subprocess.run(decode, cwd=WEB, input=pixels, capture_output=True, check=True, text=True)
    return str(read.stdout).strip()


def makes_sheets(person: Person) -> list[Sheet]:
    """Made, printed (to PDF), read off the paper again."""
    phone = person.phone
    person.to("More").tap("Recovery sheets").sees("None were made yet.").tap("Make the sheets")
    phone.find("button", person.t("Show and print"), patience_s=60)
    person.tap("Show and print")
    paper = phone.page.locator("#paper")
    paper.wait_for()
    texts = paper.locator(".typed").all_inner_texts()
    pictures = [one.evaluate("(svg) => svg.outerHTML") for one in paper.locator("svg").all()]
    sheets = [read(text) for text in texts]
    assert [drawn(phone, one) for one in pictures] == [sheet.drawn for sheet in sheets]
    assert all(ORGANISATION in one for one in paper.locator("article").all_inner_texts())
    pdf = phone.page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(sheets) == 3
    person.puts_the_paper_away().tap("I have them on paper")
    return sheets


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_the_coordinators_phone_is_gone_two_sheets_of_paper_let_her_in(
    organisation: Organisation, join: LetIn, new_phone: Callable[..., Phone], tmp_path: Path, language: str
) -> None:
    henrik, karen = join("henrik", "karen", language=language)
    first, _, third = makes_sheets(henrik)
    henrik.to("More").tap("Recovery sheets").sees("So far")
    assert first.typed[:9] not in henrik.phone.words()
    henrik.phone.kill()

    camera = film(tmp_path / "film.y4m", [third.drawn])
    bodil = Person(new_phone("bodil", arguments=camera), language, organisation.wire.url + "/")
    bodil.phone.open(bodil.address)
    bodil.chooses_language().sees("I was invited").tap("I have recovery sheets").sees("Or type its letters")
    bodil.types("Or type its letters", first.typed).tap("Take this sheet")
    bodil.phone.sees(bodil.t("%(have)d of %(needed)d sheets", have=1, needed=2))
    bodil.tap("Scan a sheet")
    bodil.phone.sees(bodil.t("They open %(organisation)s", organisation=ORGANISATION), patience_s=120)
    bodil.tap("Somebody else", "checkbox").types("Your own name", "Bodil Holm").tap("Go on")
    bodil.phone.sees(bodil.t("Choose a picture"), patience_s=60)
    bodil.tap("a boat").sees("Choose a PIN").digits(PIN).sees("The same PIN once more").digits(PIN).synced()
    bodil.to("People")
    bodil.phone.sees("Nadia")

    karen.again().synced()
    karen.phone.tap(
        "button", karen.t("Recovery sheets were used for %(name)s.", name="Bodil Holm"), exact=False, patience_s=60
    )
    karen.phone.sees(karen.t("Used for %(name)s", name="Bodil Holm"))
    passed = b"".join(organisation.wire.passed)
    assert first.share not in passed
    assert first.drawn.encode() not in passed
    assert bodil.phone.foreign == []
