"""A letter is photographed on one phone, made small, and read on another; all in real browsers."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from tests.e2e.conftest import LetIn
from tests.e2e.person import Person

WIDE, HIGH = 2400, 1800


def letter(path: Path) -> Path:
    """A PNG larger than the app sends, with stripes that a JPEG keeps."""
    rows = b"".join(b"\0" + bytes((x // 40 + y // 40) % 2 * 200 + 20 for x in range(WIDE)) for y in range(HIGH))

    def piece(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", head) + piece(b"IDAT", zlib.compress(rows)) + piece(b"IEND", b"")
    )
    return path


def photographs(person: Person, file: Path) -> None:
    """On the screen of a meeting."""
    with person.phone.page.expect_file_chooser() as chooser:
        person.phone.press("button", person.t("Photograph a letter"))
    chooser.value.set_files(file)


def chunks_of(person: Person) -> list[int]:
    """How long the files are that lie beside her journal."""
    return list(
        person.phone.ask(
            """(async () => {
              const all = await (await navigator.storage.getDirectory()).getDirectoryHandle("profiles");
              const found = [];
              for await (const own of all.values()) {
                const files = await own.getDirectoryHandle("chunks");
                for await (const each of files.values()) found.push((await each.getFile()).size);
              }
              return found;
            })()"""
        )
    )


def test_a_letter_goes_from_one_phone_to_the_other(join: LetIn, tmp_path: Path) -> None:
    karen, sofie = join("karen", "sofie")
    karen.to("Meetings").opens_held().sees("Photos of letters")
    photographs(karen, letter(tmp_path / "letter.png"))
    karen.sees("Waits for your tap: this phone does not say whether it is on Wi-Fi.")
    sizes = chunks_of(karen)
    assert sizes
    assert max(sizes) <= 256 * 1024 + 16
    karen.starts_with("Today").tap("Do not wait")
    karen.phone.sees(karen.t("On the server, %(when)s.", when="").rstrip("."))
    karen.tap("Back").sees("Photos of letters")
    karen.again().synced()

    sofie.to("More").tap("What is on the server").tap("Sync now").tap("Back")
    sofie.to("Meetings").opens_held().sees("On the server. Tap to fetch it.")
    sofie.starts_with("Today").tap("Do not wait")
    sofie.phone.find("img", sofie.t("Photo of a letter"))
    assert sorted(chunks_of(sofie)) == sorted(sizes)
