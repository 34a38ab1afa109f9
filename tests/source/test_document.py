"""Text content, offsets in it, and XPaths, as a DOM client has them."""

from __future__ import annotations

from source_law import html, xml


def test_text_content_has_all_texts_as_they_are_and_no_comment():
    document = html("<body><p> a\r\n <b>b&amp;c</b><script>d</script><!-- no -->\fe </p>")

    assert document.text_content(document.root.find("body/p")) == " a\n b&cd\fe "


def test_offsets_are_those_of_the_text_content_of_the_scope():
    document = html("<div>before</div><p>one<b>two</b>three<!-- c -->four")
    paragraph = document.root.find("body/p")
    offsets = document.text_offsets(paragraph)

    assert offsets == {
        (paragraph, "text"): 0,
        (paragraph[0], "text"): 3,
        (paragraph[0], "tail"): 6,
        (paragraph[1], "tail"): 11,
    }


def test_xpaths_of_html_have_plain_names_and_count_elements_of_the_same_name():
    document = html("<p>a<p>b<b>c</b><svg><title>d</title></svg><svg/><o:p>e</o:p><p>f")
    body = document.root.find("body")

    assert [document.xpath(element) for element in body.iter()] == [
        "/html[1]/body[1]",
        "/html[1]/body[1]/p[1]",
        "/html[1]/body[1]/p[2]",
        "/html[1]/body[1]/p[2]/b[1]",
        "/html[1]/body[1]/p[2]/*[local-name()='svg'][1]",
        "/html[1]/body[1]/p[2]/*[local-name()='svg'][1]/*[local-name()='title'][1]",
        "/html[1]/body[1]/p[2]/*[local-name()='svg'][2]",
        "/html[1]/body[1]/p[2]/*[4]",
        "/html[1]/body[1]/p[3]",
    ]


def test_xpaths_of_xml_name_elements_in_a_namespace_by_their_local_name():
    document = xml('<a><b xmlns="urn:b"><c/><d xmlns=""/><c/></b><n:b xmlns:n="urn:n"/><b/></a>')
    tree = document.root.getroottree()

    assert document.xpath(document.root[0][2]) == "/a[1]/*[local-name()='b'][1]/*[local-name()='c'][2]"
    assert document.xpath(document.root[2]) == "/a[1]/b[1]"
    assert all(tree.xpath(document.xpath(element)) == [element] for element in document.root.iter())


def test_xpaths_of_many_siblings_take_linear_time():
    document = xml(f"<a>{'<b/>' * 100_000}</a>")

    assert [document.xpath(element) for element in document.root][-1] == "/a[1]/b[100000]"
