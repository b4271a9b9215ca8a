"""Structure elements are joined again wherever pages part them."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from worksheets.press.structure_node import Mark, Node, join_parts, level_rows, order_list

KINDS = st.sampled_from(["Sect", "P", "Table", "TBody", "TR", "TD", "Link"])
TREES = st.recursive(st.builds(lambda: None), lambda kids: st.tuples(KINDS, st.lists(kids, min_size=1, max_size=4)))


def built(plan: object, numbers: count[int]) -> Node | Mark:
    """A tree with marks numbered in the order of reading, and a source of its own for each element."""
    if plan is None:
        return Mark(b"page", next(numbers))
    kind, kids = plan  # type: ignore[misc]
    return Node(kind, (next(numbers), kind), None, [built(kid, numbers) for kid in kids])


def parted(node: Node, at: int) -> tuple[Node | None, Node | None]:
    """What of a tree stands before a mark, and what from it on, as on two pages."""
    halves: tuple[list[Node | Mark], list[Node | Mark]] = ([], [])
    for kid in node.kids:
        if isinstance(kid, Node):
            for half, part in zip(halves, parted(kid, at), strict=True):
                half += [part] if part else []
        else:
            halves[kid.number >= at].append(kid)  # type: ignore[union-attr]
    before, after = (Node(node.kind, node.source, None, list(half)) if half else None for half in halves)
    return before, after


def shape(node: object) -> object:
    """A tree as nested tuples."""
    return (node.kind, node.source, [shape(kid) for kid in node.kids]) if isinstance(node, Node) else node


@given(st.lists(TREES.filter(bool), min_size=1, max_size=3), st.lists(st.integers(0, 40), max_size=4))
def test_whatever_is_parted_is_joined_again(plans: list[object], ends: list[int]) -> None:
    """Page ends at any places leave the tree as it would be on one long page."""
    numbers = count()
    whole = Node("Document", None, None, [built(plan, numbers) for plan in plans])
    expected, pages, rest = shape(whole), [], whole
    for end in sorted(ends):
        before, after = parted(rest, end)
        pages += before.kids if before else []
        rest = after or Node("Document")
    joined = Node("Document", None, None, [*pages, *rest.kids])
    join_parts(joined, [])

    assert expected == shape(joined)


def test_columns_leave_no_trace() -> None:
    """A box that an element makes for itself, such as a column, is no element of its own."""
    source, item = ("element", "div"), ("other", "p")
    columns = [Node("Div", source, None, [Node("P", item, None, [Mark(b"page", number)])]) for number in (0, 1)]
    whole = Node("Document", None, None, [Node("Div", source, None, list(columns))])
    join_parts(whole, [])

    assert [("Div", source, [("P", item, [Mark(b"page", 0), Mark(b"page", 1)])])] == [shape(kid) for kid in whole.kids]


def test_a_head_that_is_repeated_is_read_once() -> None:
    """The second head of a table is left out, and its cell is known to repeat the first's."""
    heads = [
        Node("THead", ("head", "thead"), None, [Node("TH", ("cell", "th"), None, [Mark(b"page", number)])])
        for number in (0, 1)
    ]
    first, second = heads[0].nodes[0], heads[1].nodes[0]
    tables = [Node("Table", ("table", "table"), None, [head]) for head in heads]
    whole, repeated = Node("Document", None, None, list(tables)), []
    join_parts(whole, repeated)

    assert [heads[0]] == whole.nodes[0].kids
    assert [(second, first)] == repeated


def test_terms_are_the_labels_of_what_describes_them() -> None:
    """A term, its two descriptions and the next term make two items."""
    listing = Node("L", ("list", "dl"))
    for number, name in enumerate(("dt", "dd", "dd", "dt", "dd")):
        listing.kids.append(
            Node("LI", (number, name), None, [Node("LBody", (number, name), None, [Mark(b"", number)])])
        )
    order_list(listing)

    items = [[(part.kind, [mark.number for mark in part.kids]) for part in item.nodes] for item in listing.nodes]
    assert [[("Lbl", [0]), ("LBody", [1, 2])], [("Lbl", [3]), ("LBody", [4])]] == items


def test_a_list_in_a_list_stands_in_its_item() -> None:
    """Also where the item has no body as yet."""
    below = Node("L", ("below", "ul"))
    item = Node("LI", ("item", "li"), None, [Node("Lbl", ("item", "li::marker")), Node("P", ("p", "p"))])
    listing = Node("L", ("list", "ul"), None, [item, below])
    order_list(listing)

    assert [item] == listing.kids
    assert [("Lbl", []), ("LBody", ["P", "L"])] == [(kid.kind, [each.kind for each in kid.nodes]) for kid in item.nodes]


def test_a_table_has_no_more_heads_than_cells() -> None:
    """In one of two columns rows lose their heads, in a wider one they keep them; without heads of columns as well."""
    rows = [Node("TR", None, None, [Node("TH"), Node("TD")])]

    assert [] == level_rows(Node("Table", None, None, [Node("TBody", None, None, list(rows))]))
    assert "TH" == rows[0].nodes[0].kind
    for cells, expected in ((("TH", "TD"), "TD"), (("TH", "TD", "TD"), "TH")):
        rows = [Node("TR", None, None, [Node(kind) for kind in cells]) for _ in range(3)]
        head = Node("THead", None, None, [Node("TR", None, None, [Node("TH") for _ in cells])])
        changed = level_rows(Node("Table", None, None, [head, Node("TBody", None, None, list(rows))]))

        assert [expected] * 3 == [row.nodes[0].kind for row in rows]
        assert len(changed) == (3 if expected == "TD" else 0)
        assert {"TH"} == {cell.kind for cell in head.nodes[0].nodes}
