"""The demo page: four people, a tap away, and from this machine only."""

from __future__ import annotations

import asyncio
import re

import httpx
import pytest
from starlette.responses import PlainTextResponse

from build.demo_content import PEOPLE, PIN
from build.demo_page.site import DemoSite

HOME = "http://127.0.0.1:8550"


def ask(method: str, path: str, **headers: str) -> httpx.Response:
    async def invitation(key: str) -> str:
        return f"secret-of-{key}"

    async def once() -> httpx.Response:
        site = DemoSite(PlainTextResponse("the hub"), invitation)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url=HOME) as client:
            return await client.request(method, path, headers=headers)

    return asyncio.run(once())


def test_four_people_with_picture_and_role_and_a_pin_to_begin_with() -> None:
    page = ask("GET", "/demo").text

    for person in PEOPLE:
        assert person.name in page
        assert person.called in page
        assert ask("GET", f"/demo/{person.picture}.svg").headers["content-type"].startswith("image/svg+xml")
    assert PIN in page
    assert page.count("<form") == 4


def test_a_tap_leads_to_the_app_with_a_fresh_invitation() -> None:
    answer = ask("POST", "/demo/karen", Origin=HOME, **{"Sec-Fetch-Site": "same-origin"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/#join=secret-of-karen")


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("GET", "/demo", {"Host": "evil.example"}),
        ("POST", "/demo/karen", {"Host": "evil.example"}),
        ("POST", "/demo/karen", {"Origin": "http://evil.example"}),
        ("POST", "/demo/karen", {"Origin": "null"}),
        ("POST", "/demo/karen", {"Sec-Fetch-Site": "cross-site"}),
    ],
)
def test_nobody_elsewhere_gets_an_invitation(method: str, path: str, headers: dict[str, str]) -> None:
    assert ask(method, path, **headers).status_code == 403


def test_the_page_runs_no_script_and_asks_nobody_else() -> None:
    answer = ask("GET", "/demo")
    policy = answer.headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script|style=|https?://|\son\w+=", answer.text)


@pytest.mark.parametrize("path", ["/demo/%2e%2e/README.md", "/demo/page.html", "/demo/nobody", "/demo/sun.svg"])
def test_there_is_nothing_else_below_demo(path: str) -> None:
    assert ask("GET", path).status_code == 404
    assert ask("POST", path, Origin=HOME).status_code == 404


def test_everything_else_is_the_hubs() -> None:
    assert ask("GET", "/").text == "the hub"
    assert ask("GET", "/demonstration").text == "the hub"
