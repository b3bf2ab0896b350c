"""The way through every screen, person by person; each stop is a picture."""

from __future__ import annotations

from tests.e2e.browser import Phone
from tests.e2e.by_address import the_file, the_house
from tests.e2e.camera import Camera
from tests.e2e.groups_tour import choose_each_other, groups, my_offer, plans_a_time, takes_a_time
from tests.e2e.letter_tour import her_letter
from tests.e2e.monday import monday
from tests.e2e.organisation import Organisation
from tests.e2e.outreach_tour import outreach
from tests.e2e.pair_ways import around_a_meeting, file_of_a_mentee
from tests.e2e.person import PIN, Person
from tests.e2e.side_ways import Stop, about_a_person, among_few, letters
from tests.e2e.two_ways import lost_phone, second_phone, two_texts
from tests.e2e.work_ways import places_of_work

LIST = "navn;telefon;adresse;note\n" + "".join(
    f"Person {n};+45 70 10 10 {n:02d};Egeparken {n}, 1. tv;Mødt til sommerfest\n" for n in range(1, 8)
)
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.6 Mobile/15E148 Safari/604.1"
)


def newcomer(phone: Phone, person: Person, camera: Camera) -> None:
    """Somebody without an invitation: the doors and their forms."""
    stop = stops(phone, camera)
    phone.open(person.address)
    phone.until("!document.getElementById('splash')", "the end of the splash")
    stop("language")
    person.chooses_language().sees("I was invited")
    stop("doors")
    person.starts_with("I was invited").sees("Your invitation")
    stop("code")
    person.tap("Scan the code")
    phone.page.locator("#scan.other").wait_for()
    stop("scan")
    phone.page.locator("#scan button").click()
    person.types("Link or code", "abc").tap("Go on").sees("Your invitation")
    stop("code-refused")
    person.tap("Back").sees("I was invited").starts_with("Start an organisation").sees("Founder code")
    stop("founder")
    person.tap("Back").sees("I was invited").starts_with("I have recovery sheets").sees("Scan a sheet")
    stop("sheets-use")


def iphone(phone: Phone, person: Person, camera: Camera) -> None:
    """A tab on an iPhone, opened with an invitation."""
    phone.open(f"{person.address}#join=AAAAAAAAAAAAAAAAAAAAAA", semantics=False)
    phone.until("!!document.querySelector('#install')", "how to install")
    stops(phone, camera)("install")


def joining(phone: Phone, person: Person, camera: Camera, link: str) -> None:
    """From the invitation to the lock."""
    stop = stops(phone, camera)
    phone.open(link)
    person.chooses_language()
    person.sees("Go on")
    stop("welcome")
    person.tap("Go on").sees("Choose a picture")
    stop("picture")
    person.tap("a boat").sees("Choose a PIN")
    stop("pin")
    person.digits(PIN).sees("The same PIN once more")
    stop("pin-again")
    person.digits(PIN)
    phone.sees(person.t("Do you both see the same four?"), patience_s=90)
    stop("compare")
    person.tap("No").sees("Do not go on")
    stop("compare-differ")
    person.tap("Look again").tap("Yes").synced()


def worker(phone: Phone, person: Person, camera: Camera, organisation: Organisation) -> None:
    """All that Sofie can open."""
    stop = stops(phone, camera)
    stop("today")
    person.tap("Log a contact").sees("What came of it").tap("Interested", "checkbox")
    stop("log-contact")
    person.tap("More: phone, language, how and when").sees("How you met").tap("Another day", "checkbox")
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 2000)
    stop("log-contact-more")
    person.tap("Back").to("People")
    stop("people")
    person.types("Search by name, street or number", "xyz").sees("Try a part of the name or the street.")
    stop("people-none")
    person.types("Search by name, street or number", "Nadia")
    phone.tap("button", "Nadia", exact=False)
    person.sees("Day you met")
    stop("contact")
    person.finds("Change").tap("Change").sees("What came of it")
    stop("contact-change")
    person.tap("Back").finds("Change").back_to("People").types("Search by name, street or number", "")
    outreach(person, stop)
    groups(person, stop)
    person.to("Meetings")
    stop("meetings")
    person.tap("Plan a meeting").sees("Hour").tap("Tomorrow", "checkbox")
    stop("plan")
    person.opens_hours()
    stop("hours")
    person.tap("Cancel").tap("Another day", "checkbox").opens_days()
    stop("days")
    person.tap("Cancel").tap("Back").to("Meetings").tap("Log a meeting").sees("Time together")
    stop("log-meeting")
    person.tap("More: topics, place, note").sees("Would you read this to her?")
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 2000)
    stop("log-meeting-more")
    person.tap("Back").to("Meetings")
    phone.tap("button", "Amina Haddad", exact=False)
    person.sees("Tell how it went")
    stop("meeting-planned")
    person.tap("Tell how it went").sees("Time together")
    stop("tell")
    person.tap("Moved", "checkbox").sees("New day")
    stop("tell-moved")
    person.tap("It did not happen", "checkbox").sees("It is kept that you did not meet. She sees no fault in it.")
    stop("tell-did-not")
    person.tap("Back").sees("Tell how it went").tap("Back").to("Meetings").opens_held()
    stop("meeting-held")
    person.tap("Back").to("More")
    stop("more")
    person.tap("People who work here").sees("Coordinator")
    stop("team")
    phone.tap("button", "Henrik", exact=False)
    person.tap("Compare pictures").sees("Do you both see the same four?")
    stop("compare-person")
    person.tap("Back").finds("Compare pictures").back_to("People who work here").back_to("More")
    person.tap("Invite somebody").sees("Role").types("Her or his name", "Mona").tap("Mentor", "checkbox")
    phone.tap("checkbox", "Amina Haddad")
    stop("invite")
    person.tap("Make the invitation").sees("Or read it out")
    stop("hand-over")
    among_few(person, stop)
    person.tap("Back").to("More").tap("Open a file for a mentee").sees("Her first name")
    stop("open-file")
    person.tap("Back").to("More").tap("Import contacts").sees("Bring a list you have.")
    stop("import")
    with phone.page.expect_file_chooser() as chooser:
        phone.press("button", person.t("Choose a file"))
    chooser.value.set_files({"name": "liste.csv", "mimeType": "text/csv", "buffer": LIST.encode()})
    person.sees("Tap a column to correct it.")
    stop("import-preview")
    phone.tap("button", person.t.many("Import %(num)d line", "Import %(num)d lines", 7))
    person.sees("See the people")
    stop("import-report")
    person.tap("See the people").to("More").tap("Language and look").sees("Version")
    stop("language-and-look")
    person.tap("Back").to("More").tap("My phones").sees("This phone")
    stop("my-phones")
    person.tap("If I forget my PIN").sees("Who should keep it?")
    person.phone.tap("button", "Karen Østerby", exact=False)
    person.sees("She keeps my key")
    stop("helper")
    person.tap("Back").sees("Who should keep it?").back_to("My phones").tap("Another phone")
    stop("another-phone")
    person.back_to("My phones").tap("Back").to("More").tap("What is on the server").sees("Sync now")
    stop("server")
    _left(person, stop, organisation)
    organisation.hub.kill()
    person.tap("Back").to("Today").logs_contact("Grøn dør")
    stop("today-offline")
    person.to("More").tap("What is on the server").tap("Sync now")
    person.sees("No connection. Everything is kept on this phone.")
    stop("server-away")
    organisation.hub.start()
    phone.open(person.address, semantics=False)
    phone.until("document.querySelector('#lock')?.hidden === false", "the lock")
    stop("lock")
    for wrong in ("111111", "222222"):
        phone.pin(wrong, opens=False)
        phone.until("!document.querySelector('#lock').hasAttribute('aria-busy')", "the answer")
    stop("lock-wait")


def _left(person: Person, stop: Stop, organisation: Organisation) -> None:
    """What does not count: why, and the three ways out. Ends where it began, on the page about the server."""
    organisation.wire.refuse = "size"
    person.tap("Back").to("Today").logs_contact("Blå dør")
    one = person.t.many("%(num)d not counted", "%(num)d not counted", 1)
    person.phone.find("button", one, patience_s=60)
    stop("today-left")
    person.phone.tap("button", one)
    person.sees("It is too long for the server. Shorten it.")
    stop("left")
    person.tap("Throw away").sees("Throw this away?")
    stop("left-discard")
    person.tap("No").tap("Hand it in").sees("It is handed in.")
    organisation.wire.refuse = ""
    stop("left-handed-in")
    person.tap("Back").tap("Sync now").sees("Everything is on the server, sealed. Nobody there can read it.")


def coordinator(phone: Phone, person: Person, camera: Camera) -> None:
    """Henrik reads facts, not notes."""
    stop = stops(phone, camera)
    monday(person, stop)
    stop("coordinator-today")
    person.to("More").tap("Files").finds("My tasks")
    phone.tap("button", "Amina Haddad", exact=False)
    places_of_work(person.sees("Around her"), stop)
    person.back_to("Files").back_to("More").tap("Outreach").tap("Companies").sees("Café Nord").tap("Reminders")
    person.sees("These remind us, never her.")
    stop("work-reminders")
    person.back_to("Companies").back_to("Outreach").back_to("More").to("Today")
    phone.tap("button", person.t.many("%(num)d thing was handed in.", "%(num)d things were handed in.", 1))
    person.sees("Take over")
    stop("handed")
    person.tap("Take over").sees("Taken over")
    stop("handed-done")
    person.tap("Back")
    person.to("Meetings").opens_held()
    stop("coordinator-meeting")
    person.tap("Back").to("More")
    stop("coordinator-more")
    plans_a_time(person, stop)
    choose_each_other(person, stop)
    person.tap("Recovery sheets").sees("How many sheets are needed")
    stop("sheets")
    person.tap("Back").to("More").tap("How this phone is locked")
    stop("lock-old")
    person.digits(PIN).sees("Choose a lock")
    stop("lock-kinds")
    person.tap("Back").to("More")
    about_a_person(person, stop)
    the_house(person, stop)


def mentor(phone: Phone, person: Person, camera: Camera) -> None:
    """Karen has one mentee and no contacts."""
    stop = stops(phone, camera)
    stop("mentor-today")
    person.to("People")
    stop("mentor-people")
    file_of_a_mentee(person, stop)
    around_a_meeting(person, stop)
    person.to("More")
    stop("mentor-more")
    person.starts_with("My face and my voice").sees("My voice")
    stop("my-face")
    person.back_to("More")
    takes_a_time(person, stop)
    my_offer(person, stop)
    letters(person, stop)
    person.back_to("More").to("Meetings").opens_held()
    person.tap("Let her read it").sees("Write it so that it is meant for her.")
    stop("release")
    person.types("What she may read", "Du kom alene med bussen.").tap("Give it").sees("Take it back")
    phone.page.mouse.move(195, 500)
    phone.page.mouse.wheel(0, 2000)
    stop("released")
    person.tap("Take it back").sees("She no longer finds it. What she has read, she has read.")
    stop("withdraw")
    person.tap("No").tap("Read together").sees("Choose what you two read on this phone.")
    stop("choose-together")
    person.tap("Read together").sees("We read together")
    stop("together")
    person.tap("Close with your lock").sees("Your PIN")
    stop("together-pin")
    person.digits(PIN).sees("Read together")
    the_file(person, stop)


def two(sofie: Person, henrik: Person, second: Person, camera: Camera) -> None:
    """What only two phones can show: two texts at once, a second phone, and the first one lost."""
    one, other = stops(sofie.phone, camera), stops(second.phone, camera)
    two_texts(sofie, henrik, one)
    second_phone(sofie, second, other)
    lost_phone(sofie, second, other, one)


def mentee(phone: Phone, person: Person, camera: Camera) -> None:
    """Amina's letter."""
    her_letter(phone, person, stops(phone, camera))


def narrow(phone: Phone, person: Person, camera: Camera) -> None:
    """The narrowest phone with the largest letters: what does not fit shows here."""
    phone.page.set_viewport_size({"width": 320, "height": 640})
    phone.letters("32px")
    stop = stops(phone, camera)
    stop("today")
    person.tap("Log a contact").sees("What came of it")
    stop("log-contact")
    person.tap("Back").to("People")
    stop("people")
    person.tap("Places").starts_with("Opgang A").sees("Please do not knock")
    stop("round")
    person.back_to("Places").back_to("People").to("Meetings")
    stop("meetings")
    person.tap("Log a meeting").sees("Time together")
    stop("log-meeting")
    person.tap("Back").to("More")
    stop("more")


def stops(phone: Phone, camera: Camera) -> Stop:
    def stop(name: str) -> None:
        camera.shot(phone, name)

    return stop
