"""The loaders, on a corpus of our own that is laid out as the annotated ones are."""

from __future__ import annotations

import csv
import json

import corpora
import pytest


@pytest.fixture
def base(tmp_path, monkeypatch):
    monkeypatch.setenv("EDITCHECK_SHARED", str(tmp_path))
    return tmp_path / "corpora"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def test_an_absent_corpus_is_told_in_one_line_and_ends_with_exit_code_2(base, capsys):
    with pytest.raises(SystemExit) as ended:
        corpora.dwie()
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(base / "dwie") in told
    assert "EDITCHECK_SHARED" in told


def test_every_article_is_in_one_of_the_two_parts():
    names = [f"article {number}" for number in range(400)]
    work = [name for name in names if corpora.in_part(name, "work")]
    check = [name for name in names if corpora.in_part(name, "check")]
    assert sorted(work + check) == sorted(names)
    assert 80 < len(check) < 120
    assert all(corpora.in_part(name, "all") for name in names)


def test_attributions_are_read_from_brat_standoff(base):
    text = "Ann Lee said taxes\r\nmust fall, and soon.\r\nIt rained."
    brat = [
        "T1\tSource 0 7\tAnn Lee",
        "T2\tCue 8 12\tsaid",
        "T3\tContent 13 18;20 29\ttaxes\nmust fall",
        "T4\tContent 31 39\tand soon",
        "T5\tAttribution 8 12\tsaid",
        "E1\tAttribution:T5 Content:T3 Content2:T4 Cue:T2 Source:T1",
        "E2\tAttribution:T5 Content:T3 Content2:T4 Cue:T2 Source:T1",
        "E3\tAttribution-no-source:T5 Content:T4 Cue:T2",
        "E4\tAttribution:T5 Cue:T2 Source:T1",
    ]
    write(base / "polnear/text/paper_2016-05-01_taxes.txt", text)
    write(base / "polnear/attributions/paper_2016-05-01_taxes_ab12.ann", "\n".join(brat))
    write(
        base / "polnear/metadata.tsv",
        "filename\tpublication_date\ttitle\npaper_2016-05-01_taxes\t2016-05-01\tOn taxes\n",
    )
    [sample] = corpora.polnear("all")
    assert (sample.name, sample.text, sample.published, sample.title) == (
        "paper_2016-05-01_taxes",
        text,
        "2016-05-01",
        "On taxes",
    )
    said = corpora.Attribution(((0, 7),), ((8, 12),), ((13, 18), (20, 29), (31, 39)))
    nobody = corpora.Attribution((), ((8, 12),), ((31, 39),))
    assert sample.gold == (said, nobody)


def test_times_are_read_from_timeml_and_the_documents_own_time_is_none_of_them(base):
    write(
        base / "timebank/one.tml",
        '<TimeML><DCT><TIMEX3 type="DATE" value="2015-03-04T10:00" functionInDocument="CREATION_TIME">4 March</TIMEX3>'
        '</DCT><TEXT>It was <TIMEX3 type="DATE" value="2015-03-03">yesterday</TIMEX3>, &amp; took '
        '<TIMEX3 type="DURATION" value="P2D">two <b>days</b></TIMEX3>.</TEXT></TimeML>',
    )
    [sample] = corpora.timeml("timebank", "all")
    assert sample.text == "It was yesterday, & took two days."
    assert sample.published == "2015-03-04"
    assert [(sample.text[slice(*each.span)], each.type, each.value) for each in sample.gold] == [
        ("yesterday", "DATE", "2015-03-03"),
        ("two days", "DURATION", "P2D"),
    ]


def test_the_end_of_a_recognizers_result_is_its_last_character_and_becomes_exclusive(base):
    case = {
        "Input": "Back in May.",
        "Context": {"ReferenceDateTime": "2018-01-02T00:00:00"},
        "Results": [{"Text": "may", "Start": 8, "End": 10}],
    }
    write(base / "recognizers-text/DateTimeModel.json", "\ufeff" + json.dumps([case]))
    [sample] = corpora.recognizers()
    assert [sample.text[slice(*span)] for span in sample.gold] == ["May"]
    assert sample.published == "2018-01-02"


def test_a_dwie_article_is_put_together_from_its_words_and_mentions_keep_their_places(base):
    item = {
        "title": "DW_1",
        "sents": [["Mayor", "Ann", "Lee", "spoke", "."], ["Lee", "'s", "aide", "left", "."]],
        "vertexSet": [
            [
                {"sent_id": 1, "pos": [0, 1], "type": "type::person"},
                {"sent_id": 0, "pos": [1, 3], "type": "type::person"},
            ],
            [{"sent_id": 0, "pos": [0, 1], "type": "type::role"}],
        ],
    }
    write(base / "dwie/dev.json", json.dumps([item]))
    [sample] = corpora.dwie("all")
    assert sample.text == "Mayor Ann Lee spoke. Lee's aide left."
    [person] = sample.gold.of_type("person")
    assert [sample.text[slice(*span)] for span in person.mentions] == ["Ann Lee", "Lee"]
    assert person.token_ranges == ((1, 3), (5, 6))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["He", "said", "\"", "no", "\"", "."], 'He said "no".'),
        (["a", "40-year", "-", "old", "(", "or", "so", ")"], "a 40-year-old (or so)"),
        (["It", "cost", "$", "5", ",", "did", "n't", "it", "?"], "It cost $5, didn't it?"),
    ],
)  # fmt: skip
def test_words_are_joined_as_they_are_printed(words, text):
    joined, places = corpora.join_tokens(words)
    assert joined == text
    assert [joined[slice(*place)] for place in places] == words


def test_medline_pairs_stand_below_their_record_and_lines_set_aside_do_not_count(base):
    write(
        base / "med1250/MED1250_labeled",
        "123\nThe grain size (GS) was low.\n  GS|grain size|0.9\n//  G|grain\n\n456\nNothing here.\n",
    )
    first, second = corpora.med1250("all")
    assert (first.name, first.text, first.gold) == ("123", "123\nThe grain size (GS) was low.", {("GS", "grain size")})
    assert (second.text, second.gold) == ("456\nNothing here.", frozenset())


def test_wikipedia_articles_say_which_acronyms_they_expand(base):
    write(base / "wikipedia-acronyms/documents/On_air\\sea.txt", "The harbour board (HB) met the UN.")
    table = base / "wikipedia-acronyms/annotations.csv"
    with table.open("w", encoding="utf-8", newline="") as handle:
        rows = csv.writer(handle)
        rows.writerow(["DocID", "Title", "WikiID", "In", "Out"])
        rows.writerow(["1", "On air/sea", "9", "HB;harbour board\nHB;second annotator", "UN;united nations"])
        rows.writerow(["2", "No text", "8", "A;b", ""])
    [sample] = corpora.wikipedia_acronyms("all")
    assert sample.title == "On air/sea"
    assert sample.gold == corpora.AcronymGold({"HB": "harbour board"}, {"UN": "united nations"})
