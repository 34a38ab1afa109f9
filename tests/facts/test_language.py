"""English is told by its words, not by what a page says of itself."""

from __future__ import annotations

import pytest

import editcheck
from editcheck import Article
from editcheck.facts.language import language_of, reads_english

TEXTS = {
    "en": "The harbour was closed on Monday, and nobody in the town had been told that it would be. The mayor "
    "said that "
    "she was sorry for the trouble, but the pier is not safe.",
    "de": "Der Hafen wurde am Montag geschlossen, und niemand in der Stadt hatte davon gehört. Die "
    "Bürgermeisterin sagte, "
    "dass es ihr leid tue, aber die Brücke ist nicht mehr sicher.",
    "fr": "Le port a été fermé lundi et personne dans la ville ne le savait. La maire a dit qu'elle était "
    "désolée pour les "
    "habitants, mais la jetée n'est plus sûre.",
    "es": "El puerto fue cerrado el lunes y nadie en la ciudad lo sabía. La alcaldesa dijo que lo sentía por "
    "los vecinos, "
    "pero el muelle no es seguro.",
    "nl": "De haven werd maandag gesloten en niemand in de stad wist ervan. De burgemeester zei dat het haar "
    "speet voor de "
    "bewoners, maar dat de pier niet meer veilig is.",
    "sv": "Hamnen stängdes på måndagen och ingen i staden hade hört om det. Borgmästaren sade att hon var ledsen för "
    "besväret, men att bryggan inte är säker.",
    "id": "Pelabuhan itu ditutup pada hari Senin dan tidak ada orang di kota yang tahu. Wali kota mengatakan "
    "bahwa dermaga "
    "itu tidak aman untuk para warga.",
    "und": "Порт был закрыт в понедельник, и никто в городе об этом не знал. Мэр сказала, что ей жаль, но "
    "причал больше не "
    "безопасен для жителей и для гостей нашего города.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_paragraph_is_enough(language: str) -> None:
    found = language_of(Article.from_text(TEXTS[language]))
    assert found is not None
    assert found.code == language


@pytest.mark.parametrize("said", ["en", "de", "fi", None])
def test_what_the_words_say_counts(said: str | None) -> None:
    english = Article.from_text(TEXTS["en"], language=said)
    german = Article.from_text(TEXTS["de"], language=said)
    assert reads_english(english)
    assert not reads_english(german)
    assert editcheck.analyze(english).sentences
    assert editcheck.analyze(german).sentences == ()


@pytest.mark.parametrize(
    "text",
    [
        "Der Hafen ist zu.",
        "Viera 3, Melbourne 1\n\nScorers: Crafton, Portillo, Luevano 2\n\nAstronaut 0, Rockledge 0\n\nSaves: "
        "Siemans 7, "
        "Auguste 1, Rosario 4, Martinez 2, Crafton 1, Portillo 3",
    ],
)
def test_few_words_and_tables_are_what_they_are_said_to_be(text: str) -> None:
    assert language_of(Article.from_text(text)) is None
    assert reads_english(Article.from_text(text, language="en"))
    assert not reads_english(Article.from_text(text, language="de"))


def test_foreign_words_in_an_english_article_are_nothing() -> None:
    text = TEXTS["en"] + " “Das ist nicht mein Hafen,” he said, and he sang “la mer, les vagues et le vent.”"
    assert reads_english(Article.from_text(text))


def test_the_notice_says_which_language_it_is() -> None:
    report = editcheck.check(Article.from_text(TEXTS["de"], published="2024-10-24", language="en"))
    assert [each.code for each in report.notices] == ["language-not-read"]
    assert "is in German" in report.notices[0].message
    assert report.annotations == ()
