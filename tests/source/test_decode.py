"""Bytes to text: every encoding that news files come in, byte offsets exact, and a clear word where it fails."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editcheck.config import Limits
from editcheck.source.decode import decode
from editcheck.source.errors import SourceError
from editcheck.source.text import SourceText

WORDS = "“Café” – naïve €5"


def read(raw: bytes, encoding: str | None = None) -> SourceText:
    source = decode(raw, "story", Limits(), encoding)
    assert_bytes_are_exact(source)
    return source


def assert_bytes_are_exact(source: SourceText) -> None:
    """The bytes of each character decode to it, and they follow one another without a gap."""
    offsets = [source.byte_offset(offset) for offset in range(len(source.text) + 1)]
    assert offsets[0] == source.bom
    assert offsets[-1] == len(source.raw)
    assert offsets == sorted(offsets)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("marked", [True, False])
def test_unicode_with_and_without_a_byte_order_mark(codec, marked):
    mark = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[codec]
    text = f"<p>{WORDS} 😀</p>"
    source = read((mark if marked else b"") + text.encode(codec))

    assert source.text == text
    assert source.encoding == codec


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("utf-8", "utf-8", WORDS + "😀"),
        ("UTF8", "utf-8", WORDS),
        ("windows-1252", "cp1252", WORDS),
        ("iso-8859-1", "cp1252", WORDS),
        ("latin1", "latin-1", "Café"),
        ("us-ascii", "cp1252", WORDS),
        ("ISO-8859-15", "iso8859-15", "Café €5 Œuvre"),
        ("iso-8859-2", "iso8859-2", "Łódź"),
        ("windows-1251", "cp1251", "«Москва»"),
        ("koi8-r", "koi8-r", "Москва"),
        ("shift_jis", "cp932", "東京①"),
        ("euc-jp", "euc-jp", "東京"),
        ("gb2312", "gb18030", "北京😀"),
        ("big5", "big5hkscs", "臺北"),
        ("euc-kr", "cp949", "서울"),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        '<?xml version="1.0" encoding="{label}"?>\n<p>{words}</p>',
        "<!doctype html><title>x</title><meta charset={label}><p>{words}</p>",
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head><p>{words}</p>',
    ],
    ids=["xml", "meta", "http-equiv"],
)
def test_declared_encodings_mean_what_browsers_take_them_for(label, codec, words, frame):
    text = frame.format(label=label, words=words)
    source = read(text.encode(codec))

    assert source.text == text
    assert text.encode(codec)[: source.byte_offset(text.index(words))] == text[: text.index(words)].encode(codec)


def test_every_byte_of_windows_1252_is_a_character():
    raw = b"<meta charset=latin1><p>" + bytes(range(0x80, 0x100))

    assert len(read(raw).text) == len(raw)
    assert "\x81" in read(raw).text


def test_a_declaration_far_down_the_head_counts_and_one_in_a_comment_or_the_body_does_not():
    far = b"<html><head>" + b" " * 90_000 + b"<meta charset=iso-8859-2></head><body>\xb3</body>"
    other = b"<html><!-- <meta charset=koi8-r> --><body>\xb3 <meta charset=koi8-r></body>"

    assert read(far).encoding == "iso8859-2"
    assert read(other).encoding == "cp1252"


def test_a_file_that_was_converted_to_utf8_without_its_declaration_is_read_as_utf8():
    text = f'<?xml version="1.0" encoding="ISO-8859-1"?><p>{WORDS}</p>'

    assert read(text.encode()).text == text


def test_undeclared_text_is_utf8_or_else_windows_1252():
    assert read(WORDS.encode()).encoding == "utf-8"
    assert read(WORDS.encode("cp1252")).text == WORDS


def test_undeclared_xml_that_is_not_utf8_is_an_error():
    with pytest.raises(
        SourceError, match=r"^story:2:4: byte 0xE9 at offset 25 is not UTF-8, as XML without a declared"
    ):
        read('<?xml version="1.0"?>\n<p>é</p>'.encode("latin-1"))


def test_the_encoding_that_the_user_gives_has_precedence():
    raw = f"<meta charset=utf-8><p>{WORDS}</p>".encode("cp1252")

    assert WORDS in read(raw, "windows-1252").text
    assert read(codecs.BOM_UTF8 + b"x", "utf-8").text == "x"


def test_a_few_stray_bytes_in_utf8_are_one_replacement_character_each():
    source = read(f"<p>{WORDS}".encode() + b"\x93 x \xe2\x80 y</p>")

    assert source.text == f"<p>{WORDS}\ufffd x \ufffd\ufffd y</p>"
    assert len(source.strays) == 3
    assert source.raw[source.byte_offset(source.text.index("y</p>")) :] == b"y</p>"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "story: the file is empty"),
        (codecs.BOM_UTF8, "story: the file is empty but for a byte order mark"),
        (b"a\n\x00b" * 3, "story:2: a NUL byte at offset 2: this is a binary file, "),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "story:3: a NUL byte at offset 8: this is a binary file, "),
        (b"\x1f\x8b\x08\x08\x01\x02\x03\x04\x05\x06\x07x" * 9, "story: the file is full of control characters: "),
        (
            b"<meta charset=utf-8>\n<p>He said \x93no\x94",
            "story:2:12: byte 0x93 at offset 32 is not UTF-8, which the file declares (utf-8): "
            "if the file is in another encoding, give it, for example --encoding windows-1252",
        ),
        (
            b"\xef\xbb\xbf\xe9",
            "story:1:1: byte 0xE9 at offset 3 is not UTF-8, as its byte order mark says: ",
        ),
        (b"<meta charset=shift_jis>\n\x81", "story:2:1: byte 0x81 at offset 25 is not CP932, which the file declares"),
        (b"\xff\xfea\x00b", "story: the last byte is no character in UTF-16-LE, as its byte order mark says: "),
        (b"<meta charset=iso-2022-jp>x", "story: the encoding 'iso-2022-jp' cannot be read: convert the file to UTF-8"),
        (b"<meta charset=nonsense>x", "story: the encoding 'nonsense' cannot be read: "),
    ],
)
def test_what_is_no_text_is_refused_in_one_clear_line(raw, message):
    with pytest.raises(SourceError) as caught:
        read(raw)

    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["rot13", "base64", "utf-7", "unicode_escape", "utf-32", "nonsense"])
def test_encodings_without_fixed_positions_are_refused(encoding):
    with pytest.raises(
        SourceError, match=f"^story: the encoding '{encoding}' cannot be read: convert the file to UTF-8"
    ):
        read(b"x", encoding)


def test_a_file_above_the_limit_is_refused_before_it_is_decoded():
    with pytest.raises(
        SourceError, match=r"^story: the file has 60,000,000 bytes, more than the limit of 33,554,432: .*raise size in"
    ):
        decode(b"x" * 60_000_000, "story", Limits())


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_byte_offsets_of_unicode_are_those_of_encoding_the_text(text):
    for codec, mark in (("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)):
        source = decode(mark + text.encode(codec), "story", Limits())
        assert source.text == text
        for offset in range(len(text) + 1):
            assert source.byte_offset(offset) == len(mark) + len(text[:offset].encode(codec))


@given(st.binary(min_size=1, max_size=60))
def test_any_bytes_are_read_exactly_or_refused(raw):
    with contextlib.suppress(SourceError):
        read(raw)


@pytest.mark.parametrize("piece", [b"<!--", b"<meta ", b"<meta charset=", b"<?xml ", b" ", b"\xe9"])
def test_no_bytes_take_more_than_linear_time(piece):
    # Quadratic behaviour would take minutes here.
    with contextlib.suppress(SourceError):
        decode(piece * (1_000_000 // len(piece)), "story", Limits())


def test_lines_end_with_lf_cr_lf_or_cr():
    source = SourceText.of("a\r\nb\rc\nd")

    assert [source.position(source.text.index(letter)) for letter in "abcd"] == [(1, 1), (2, 1), (3, 1), (4, 1)]
