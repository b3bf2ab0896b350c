"""Who we are, in her language: a few large sentences. All but Danish and English wait for somebody to read them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """`name` = the language by its own name; `lines` with a blank for the worker's own name in the first."""

    name: str
    lines: tuple[str, str, str, str]
    rtl: bool = False


WE = {
    "da": Said(
        "Dansk",
        (
            "Hej, jeg hedder %s.",
            "Jeg er ikke fra kommunen.",
            "Vi hjælper med dansk, arbejde og breve. Det er gratis.",
            "Du bestemmer selv. Du må gerne sige nej.",
        ),
    ),
    "ar": Said(
        "العربية",
        (
            "مرحبًا، اسمي %s.",
            "أنا لست من البلدية.",
            "نساعد في اللغة الدنماركية والعمل والرسائل. مجانًا.",
            "القرار لك. يمكنك أن تقولي لا.",
        ),
        rtl=True,
    ),
    "so": Said(
        "Soomaali",
        (
            "Salaan, magacaygu waa %s.",
            "Kama socdo degmada (kommune).",
            "Waxaan kaa caawinnaa af-Danishka, shaqada iyo warqadaha. Waa bilaash.",
            "Adiga ayaa go’aanka leh. Waad diidi kartaa.",
        ),
    ),
    "tr": Said(
        "Türkçe",
        (
            "Merhaba, adım %s.",
            "Belediyeden değilim.",
            "Danca, iş ve mektuplar konusunda yardım ediyoruz. Ücretsizdir.",
            "Karar sizin. Hayır diyebilirsiniz.",
        ),
    ),
    "fa": Said(
        "فارسی / دری",
        (
            "سلام، نام من %s است.",
            "من از شهرداری (کمون) نیستم.",
            "ما در زبان دانمارکی، کار و نامه‌ها کمک می‌کنیم. رایگان است.",
            "تصمیم با شماست. می‌توانید نه بگویید.",
        ),
        rtl=True,
    ),
    "ur": Said(
        "اردو",
        (
            "السلام علیکم، میرا نام %s ہے۔",
            "میں کمیون (بلدیہ) سے نہیں ہوں۔",
            "ہم ڈینش زبان، کام اور خطوط میں مدد کرتے ہیں۔ یہ مفت ہے۔",
            "فیصلہ آپ کا ہے۔ آپ انکار کر سکتی ہیں۔",
        ),
        rtl=True,
    ),
    "uk": Said(
        "Українська",
        (
            "Вітаю, мене звати %s.",
            "Я не з муніципалітету.",
            "Ми допомагаємо з данською мовою, роботою та листами. Це безкоштовно.",
            "Вирішуєте ви. Ви можете сказати «ні».",
        ),
    ),
    "en": Said(
        "English",
        (
            "Hello, my name is %s.",
            "I am not from the municipality.",
            "We help with Danish, work and letters. It is free.",
            "You decide. You may say no.",
        ),
    ),
}
