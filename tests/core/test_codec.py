from __future__ import annotations

import datetime
import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charting.core.codec import WorkspaceError, decode, decode_drawings, encode, encode_drawings
from charting.core.document import VERSION, Anchor, Chart, Drawing, Indicator, Pane, Workspace
from tests.core.documents import drawings, instants, workspaces

WORKSPACE = Workspace(
    1,
    "恒生科技",
    "1",
    (Chart("1", "^HSI", "demo", panes=(Pane("p", indicators=(Indicator("i", "sma", {"period": 50}),)),)),),
    {"^HSI": (Drawing("d", "trend-line", (Anchor(datetime.datetime(2025, 3, 7, tzinfo=datetime.UTC), 6195.4),)),)},
)
PLAIN = Workspace(1, "Mine", "1", (Chart("1", "^HSI", "demo", panes=(Pane("p"),)),))
ANCHOR = {"time": "2025-03-07T01:30:00Z", "price": 6195.4}


def file(**changes) -> bytes:
    """The plain workspace with other values at some places, ``charts__0__panes`` standing for ``charts[0].panes``."""
    content = json.loads(encode(PLAIN))
    for path, value in changes.items():
        place = content["workspace"]
        *way, last = (int(part) if part.isdigit() else part for part in path.split("__"))
        for part in way:
            place = place[part]
        place[last] = value
    return json.dumps(content).encode()


@settings(max_examples=40)
@given(workspace=workspaces())
def test_every_workspace_is_read_back_as_it_was(workspace):
    assert decode(encode(workspace)) == workspace


@settings(max_examples=40)
@given(workspace=workspaces())
def test_files_are_for_people_too(workspace):
    text = encode(workspace)
    assert text.endswith(b"}\n")
    assert b'\n  "workspace": {\n    "version": 1,\n' in text
    assert encode(decode(text)) == text


@given(time=instants, price=st.floats(-1e300, 1e300), text=st.text(st.characters(exclude_categories=["Cs"])))
def test_every_time_price_and_text_is_read_back(time, price, text):
    drawing = Drawing("d", text, (Anchor(time, price),), parameters={text: price}, note=text)
    workspace = msgspec.structs.replace(PLAIN, name=text, drawings={text: (drawing,)})
    assert decode(encode(workspace)) == workspace


@given(text=st.text(st.characters(categories=["Cs", "L"]), min_size=1), others=workspaces())
def test_no_text_keeps_a_workspace_from_being_kept(text, others):
    drawing = Drawing("d", "text", (Anchor(datetime.datetime(2025, 3, 7, tzinfo=datetime.UTC), 6195.4),), note=text)
    found = decode(encode(msgspec.structs.replace(others, name=text, drawings={**others.drawings, text: (drawing,)})))
    assert found.name.encode() == text.encode("utf-8", "backslashreplace")
    assert msgspec.structs.replace(found.drawings[found.name][0], note=text) == drawing
    assert found.charts == others.charts
    assert encode(decode(encode(found))) == encode(found)


@given(chosen=st.lists(drawings(), max_size=4).map(tuple))
def test_drawings_pass_through_the_clipboard(chosen):
    assert decode_drawings(encode_drawings(chosen)) == chosen


@pytest.mark.parametrize("data", [b"", b"Hello", b"{}", b"[1]", b'[{"id": 5}]', b"\xff\xfe", b"null"])
def test_other_things_on_the_clipboard_are_no_drawings(data):
    with pytest.raises(WorkspaceError, match="no drawings"):
        decode_drawings(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe",
        b"PK\x03\x04",
        b"null",
        b"[]",
        b'"lionrock-workspace"',
        b"{}",
        b'{"format": "lionrock-workspace"}',
        b'{"format": "lionrock-workspace", "workspace": 5}',
        b'{"format": "lionrock-workspace", "workspace": {}}',
        b'{"format": "lionrock-workspace", "workspace": {"version": "1"}}',
        b'{"format": "lionrock-workspace", "workspace": {"version": 0}}',
        b'{"format": "another-program", "workspace": {"version": 1}}',
        b"[" * 100_000,
        b'{"format": "lionrock-workspace", "workspace": {"version": 1, "name": ' + b"[" * 100_000,
        encode(PLAIN)[:-20],
    ],
)
def test_what_is_no_workspace_is_said_to_be_none(data):
    with pytest.raises(WorkspaceError, match="Choose a file saved by Lionrock"):
        decode(data)


def test_a_newer_file_says_to_update():
    with pytest.raises(WorkspaceError, match="Update Lionrock"):
        decode(file(version=VERSION + 1, charts="something else by then"))


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"charts__0__interval": "1y"}, "$.workspace.charts[0].interval"),
        ({"charts__0__interval": "1d\n"}, "$.workspace.charts[0].interval"),
        ({"charts__0__panes__0__indicators": [{"id": "i", "kind": "sma", "interval": "\n"}]}, ".indicators[0].interval"),
        ({"charts__0__style": "pie"}, "$.workspace.charts[0].style"),
        ({"charts__0__panes": []}, "$.workspace.charts[0].panes"),
        ({"charts__0__panes__0__weight": -1}, "$.workspace.charts[0].panes[0].weight"),
        ({"charts__0__range": {"first": "2025-01-01T00:00:00", "last": "2025-02-01T00:00:00Z"}}, "$.workspace.charts[0].range"),
        ({"active": "2"}, "$.workspace.active"),
        ({"name": 5}, "$.workspace.name"),
        (
            {"drawings": {"^HSI": [{"id": "d", "kind": "trend-line", "anchors": [{**ANCHOR, "price": "high"}]}]}},
            "anchors[0].price",
        ),
        (
            {"drawings": {"^HSI": [{"id": "d", "kind": "trend-line", "anchors": [{**ANCHOR, "time": "2025-03-07T01:30:00"}]}]}},
            "anchors[0].time",
        ),
        ({"drawings": {"^HSI": [{"id": "d", "kind": "trend-line", "anchors": [], "opacity": 2}]}}, ".opacity"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(changes, place):
    with pytest.raises(WorkspaceError) as caught:
        decode(file(**changes))
    assert place in str(caught.value)
    assert str(caught.value).startswith("The workspace has a value that cannot be read")


def test_fields_of_later_versions_are_passed_over():
    assert decode(file(charts__0__something="new")) == PLAIN


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(data):
    with pytest.raises(WorkspaceError):
        decode(data)


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_a_damaged_byte_is_read_or_refused_in_words(place, byte):
    data = bytearray(encode(WORKSPACE))
    data[place % len(data)] = byte
    try:
        found = decode(bytes(data))
    except WorkspaceError:
        return
    assert isinstance(found, Workspace)
