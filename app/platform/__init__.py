"""What the device offers: profiles, files, a device secret, the network. Two make it real: native.py and web.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import httpx

if TYPE_CHECKING:
    from sync.lane import Files


@dataclass(frozen=True)
class Profile:
    """One person's place on this device; `picture` is a name of our picture set, chosen by her, not her face.

    `lock` (domain/locks.py) and `passkey` (hex) are as her lock was last seen; her journal knows better.
    """

    id: str
    picture: str = ""
    lock: str = ""
    passkey: str = ""


@dataclass(frozen=True)
class Scanned:
    """What a QR said; without a text, `why`: she closed it, the camera was refused her, or there is none."""

    text: str = field(default="", repr=False)
    why: str = ""  # "", "closed", "refused", "none"


class LockPage(Protocol):
    """The lock drawn in HTML by the page itself, which collects the digits while Python wakes."""

    def on_pin(self, callback: Callable[[str, str], Any]) -> None:
        """`callback(profile id, pin)` is called for every try; "" as profile means somebody new."""

    def reply(self, kind: str, **words: Any) -> None:
        """`ok`, `wrong` with `wait_ms`, `drawn` once Flutter has the first screen, `failed` if there will be none."""

    def again(self) -> None:
        """The page starts anew, with the lock shut and nothing in memory."""

    def corner(self, *, shown: bool) -> None:
        """The corner that hides everything at one tap: the page does it alone, in one frame, and then closes us."""


class Voice(Protocol):
    """The device reads aloud, by itself: no text leaves it to be spoken."""

    tags: tuple[str, ...]
    """The languages it has a voice for ("ar-SA", "da-DK"), its favourite first; more may be found later."""

    def on_change(self, callback: Callable[[], Any]) -> Callable[[], None]:
        """`callback()` when `tags` are others; what it gives ends that."""

    async def say(self, parts: Sequence[tuple[str, str]]) -> bool:
        """(text, tag) after (text, tag); what was being said before ends. False when a part was not said to its end."""

    async def play(self, content: bytes) -> str:
        """A recording; what was being said before ends. As in `Played`."""

    def hush(self) -> None:
        """Silence, at once."""


class Played(StrEnum):
    """How a recording ended."""

    WHOLE = ""
    CUT = "cut"
    CANNOT = "cannot"  # the device does not know this sound


@dataclass(frozen=True)
class Recording:
    """What was said into the microphone; without content, `why`. `db` and `clipped` as in domain/loudness.py."""

    content: bytes = field(default=b"", repr=False)
    kind: str = ""  # "audio/webm" (Opus) or, from older iPhones, "audio/mp4"
    seconds: float = 0
    db: float | None = None  # None where the device could not measure it
    clipped: float = 0
    why: str = ""  # "", "dropped", "refused", "none"


class Recorder(Protocol):
    """The microphone, one recording at a time. Nothing is kept but by who asked."""

    there: bool
    """Can it record at all?"""

    async def record(self, most_s: int, tell: Callable[[float, float], Any]) -> Recording:
        """Until `stop`, or `most_s` seconds; `tell(level, seconds)`, a level of 0 to 1, from when it listens."""

    def stop(self, *, keep: bool) -> None:
        """It ends, with what was said or without."""


@dataclass(frozen=True)
class Photo:
    """A picture she took or chose, as JPEG; `thumb` is small, empty when the device makes none."""

    content: bytes = field(repr=False)
    thumb: bytes = field(default=b"", repr=False)


class Platform(Protocol):
    """The one seam between the app and the device. Nothing personal ever goes through `remember`."""

    kind: str  # "native" or "web"
    lock_page: LockPage | None
    voice: Voice
    recorder: Recorder
    scans: bool
    """Can it read a QR with a camera?"""

    def profiles(self) -> list[Profile]:
        """Everyone who uses this device, in the order they came."""

    def new_profile(self, picture: str) -> Profile:
        """Room for one more person."""

    async def show_picture(self, profile_id: str, picture: str) -> None:
        """She is known by this one from now on, also to the plain page."""

    async def show_lock(self, profile_id: str, kind: str, passkey: str) -> None:
        """Her lock looks like this from now on, also to the plain page."""

    async def open_profile(self, profile_id: str) -> str:
        """The path of her journal, for sqlite3; one at a time. PermissionError when another tab has it."""

    async def close_profile(self) -> None:
        """Lets go of the journal (which the caller has closed)."""

    async def device_secret(self, profile_id: str, salt: bytes) -> bytes:
        """32 bytes that only this device can make from `salt`."""

    async def passkeys_there(self) -> bool:
        """Has it a safe that makes secrets only after a finger, a face or a code?"""

    async def new_passkey(self) -> bytes:
        """The name of a new key in that safe, which asks her at once; empty when there is none or she refused."""

    async def passkey_secret(self, passkey: bytes) -> bytes:
        """32 bytes that only that safe makes, after it asked her; empty when it refused."""

    async def asset(self, path: str) -> bytes:
        """A file below assets/ that few ever need; OSError."""

    def transport(self) -> httpx.AsyncBaseTransport | None:
        """What httpx should speak through; None for its own."""

    def hub_url(self) -> str:
        """Where this app came from; "" when unknown."""

    def start_secret(self) -> str:
        """The secret of the #join= link that opened the app; given once, then "". A page begun anew gives it again …"""

    def drop_start_secret(self) -> None:
        """… until now: somebody is in."""

    def ask_durable(self) -> None:
        """Asks the device not to clear us; nobody waits for what it, or the person, says to that."""

    def save_file(self, name: str, mime: str, content: bytes) -> None:
        """Hands a file to the person."""

    def lend_letters(self, size: str | None) -> None:
        """Letters of that size while somebody else reads; None: of the size that is remembered again."""

    def hold_back(self, asked: Callable[[], Any] | None) -> None:
        """The device's own *back* leads nowhere and is `asked()` instead; None: it leads back again."""

    def show_paper(self, html: str, *, print_words: str, close_words: str) -> None:
        """A page to be printed, above everything, until she closes it. `html` is ours: what people wrote is escaped."""

    async def pick_file(self, *, most_bytes: int) -> tuple[str, bytes] | None:
        """Name and content of the file she chose; None when she chose none. OSError when it cannot be read.

        Of a longer file `most_bytes` + 1 are given: enough to tell that it is too long.
        """

    async def pick_photo(self) -> Photo | None:
        """From the camera or the gallery, scaled down where the device can; None when she took none.

        OSError when what she chose cannot be opened here.
        """

    def chunks(self) -> Files:
        """The files beside the journal that is open."""

    def network(self) -> str:
        """As in domain/carrying.py: "free", "metered", or "" where the device does not tell."""

    def network_is(self, kind: str) -> None:
        """What Flutter heard of it, for a device that does not tell by itself."""

    async def scan(self) -> Scanned:
        """Opens the camera until it sees an invitation of ours or she closes it; one at a time."""

    def device_language(self) -> str:
        """The language the device is set to, as a tag ("da-DK"); "" when it does not say."""

    def version(self) -> tuple[str, str]:
        """The app's version and the hash of what is installed."""

    def remember(self, key: str, value: str) -> None:
        """Small settings of the device (language, theme, last profile)."""

    def recall(self, key: str) -> str:
        """What was remembered, or ""."""

    def update_offered(self, callback: Callable[[], Any]) -> None:
        """`callback()` when a newer app lies ready."""

    def take_update(self) -> None:
        """Starts the newer app."""
