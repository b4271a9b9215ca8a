"""Maps: the projection, land in a frame, names that stand clear, and the table of places."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import cos, hypot, pi, radians
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.coast_data import outlines, simplified
from build_tools.drawn.canvas import WIDTH
from build_tools.drawn.drawing import picture_of
from build_tools.drawn.maps.albers import EARTH, Albers, latitude, longitude
from build_tools.drawn.maps.clipping import Box, area_in, lines_outside, within
from build_tools.drawn.maps.coasts import FILE, coasts, decoded, encoded
from build_tools.drawn.maps.labels import NoRoomError, Wanted, choose, label_places, marker_box
from build_tools.drawn.maps.land import land_in
from build_tools.drawn.maps.places import SIDES, Bounds, Place
from build_tools.drawn.maps.view import View, in_one_arc
from build_tools.drawn.picture import DrawingMark, Picture
from tests.drawn.test_geometry import assert_sound, texts
from worksheets.problems import Source

SVG = "{http://www.w3.org/2000/svg}"
RIVERS = """Karlsruhe | 49.01, 8.40 | harbour | the river was straightened here from 1817
Basel | 47.56, 7.57 | harbour
Rotterdam | 51.92, 4.48 | mouth | ships go to sea
North Sea | 54, 4 | sea"""
LATS, LONS = st.floats(-55, 80), st.floats(-180, 180)


def mapped(rows, wide=WIDTH, **options):
    """Draw a map whose list begins on line 11 of a chapter."""
    lines = tuple((Source("rhine.md", 11 + place), row) for place, row in enumerate(rows.splitlines()))
    told = {"caption": "The Rhine", "kinds": "harbour | mouth = mouth of the river", "areas": "sea", **options}
    told = {name: value for name, value in told.items() if value is not None}
    return picture_of(DrawingMark("map", (), told, lines, Source("rhine.md", 5), wide), {})


def spots(picture):
    """Where the markers of circles stand, the one of the key left out."""
    circles = ElementTree.fromstring(picture.svg).iter(f"{SVG}circle")
    found = [(float(circle.get("cx")), float(circle.get("cy"))) for circle in circles]
    return found[:-1]


def test_albers_agrees_with_the_worked_example_of_snyder():
    """Snyder 1987, appendix A: standard parallels 29.5 and 45.5, origin 23 N 96 W, a sphere of radius 1; 35 N 75 W."""
    projection = Albers(29.5, 45.5, -96)
    x, y = projection.at(35, -75)
    origin = projection.at(23, -96)

    assert (0.2952720, 0.2416774) == (round((x - origin[0]) / EARTH, 7), round((origin[1] - y) / EARTH, 7))


@given(st.floats(-60, 70), st.floats(1, 60), LONS, LATS, st.floats(-170, 170))
def test_a_place_is_found_again_from_where_it_is_drawn(south, high, meridian, lat, side):
    """The way back leads to the same latitude and longitude, north and south of the equator and across it."""
    projection = Albers.of(south, min(south + high, 85), meridian)
    found = projection.place(*projection.at(lat, meridian + side))

    assert found is not None
    assert hypot(found[0] - lat, found[1] - meridian - side) < 1e-5


@given(st.floats(-50, 60), st.floats(5, 30), LATS)
def test_equal_areas_are_equal_on_paper(south, high, lat):
    """A small square of the earth has the area that it has on the sphere, wherever it lies."""
    projection, step = Albers.of(south, south + high, 0), 0.01
    corners = [projection.at(lat + up, across) for up, across in ((0, 0), (0, step), (step, step), (step, 0))]
    drawn = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True)) / 2
    true = (EARTH * pi / 180 * step) ** 2 * cos(radians(lat + step / 2))

    assert abs(abs(drawn) / true - 1) < 1e-3


def test_the_file_of_coasts_tells_what_it_is():
    """Origin and licence stand in the file itself, and it is small enough for a repository."""
    text = FILE.read_text(encoding="utf-8")

    assert "Natural Earth" in text
    assert "public domain" in text
    assert len(text) < 60_000


def test_rings_of_land_are_closed_and_on_the_earth():
    """Every outline ends where it begins."""
    assert len(coasts()) > 500
    for ring in coasts():
        assert ring[0] == ring[-1]
        assert all(-90 <= lat <= 90 and -540 <= lon <= 540 for lon, lat in ring)


@given(st.lists(st.tuples(st.integers(-4500, 4500), st.integers(-18000, 18000))))
def test_an_encoded_line_is_read_as_it_was_written(points):
    """Points, text, and the same points."""
    assert points == decoded(encoded(points))


def test_an_encoded_line_is_that_of_the_form_s_own_example():
    """The three points of its description, in steps of a hundred-thousandth of a degree."""
    points = [(3850000, -12020000), (4070000, -12095000), (4325200, -12645300)]

    assert "_p~iF~ps|U_ulLnnqC_mqNvxq`@" == encoded(points)


def test_a_topology_becomes_outlines():
    """Arcs are joined, straight lines lose their points, tiny islands are left out, the 180th meridian is no edge."""
    topology = {
        "transform": {"scale": [1, 1], "translate": [170, 0]},
        "arcs": [
            [[0, 0], [5, 0], [5, 0], [5, 0]],
            [[0, 0], [0, 10], [15, 0], [0, -10]],
            [[0, 0], [0, 0], [0, 0], [0, 0]],
        ],
        "objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2]], [[2]]]}]}},
    }

    ring = [(0, 8500), (0, 9250), (500, 9250), (500, 8500), (0, 8500)]

    assert [ring] == [decoded(text) for text in outlines(topology)]


def test_a_corner_stays_where_a_line_is_simplified():
    """Points near the line go, the one that bends it stays."""
    assert [(0, 0), (5, 5), (10, 0)] == simplified([(0, 0), (2, 2), (5, 5), (7, 3.01), (10, 0)], 0.05)


BOX = Box(0, 0, 10, 10)
POINTS = st.tuples(st.floats(-20, 30), st.floats(-20, 30))


@given(st.lists(POINTS, min_size=3, max_size=9))
def test_an_area_is_cut_to_its_frame(points):
    """No point of what is left lies outside."""
    assert all(-1e-6 <= x <= 10 + 1e-6 and -1e-6 <= y <= 10 + 1e-6 for x, y in area_in(points, BOX))


@given(st.lists(POINTS, min_size=2, max_size=9))
def test_lines_make_way_for_words(points):
    """No part of what is left lies within, and lines that meet no box stay as they are."""
    inner = BOX.wider(-1e-6)
    left = lines_outside([points], [BOX])

    assert not any(within(start, end, inner) for line in left for start, end in pairwise(line))
    if not any(within(start, end, BOX) for start, end in pairwise(points)):
        assert [point for place, point in enumerate(points) if not place or point != points[place - 1]] == (
            left[0] if left else points[:1]
        )


def test_land_lies_where_it_is():
    """Of two maps the one of the Sahara is all land, and the one of an ocean has none."""
    sahara = View.of([Place("a", 20, 0, "k"), Place("b", 24, 8, "k")], None, (0, 0), 340)
    ocean = View.of([Place("a", -30, -120, "k"), Place("b", -34, -112, "k")], None, (0, 0), 340)

    assert [] == list(land_in(ocean).areas)
    assert () == land_in(sahara).coasts
    assert [4] == [len(set(area)) for area in land_in(sahara).areas]  # the corners of the frame


def test_a_map_may_lie_across_the_180th_meridian():
    """Places on both sides of it stand side by side, the western one on the left."""
    picture = mapped("Suva | -18.1, 178.4 | harbour\nApia | -13.8, -171.8 | harbour", bounds="-25, 170, -5, -165")
    (suva, _), (apia, _) = spots(picture)

    assert 0 < suva < apia < WIDTH


def test_places_on_both_sides_of_the_180th_meridian_need_no_bounds():
    """The map shows the sea between them and not the rest of the earth."""
    picture = mapped("Suva | -18.1, 178.4 | harbour\nApia | -13.8, -171.8 | harbour")
    view = View.of([Place("Suva", -18.1, 178.4, "k"), Place("Apia", -13.8, -171.8, "k")], None, (0, 0), 300)
    (suva, _), (apia, _) = spots(picture)

    assert apia - suva > WIDTH / 2
    assert 300 / view.scale < 1500


@given(st.lists(LONS, min_size=1))
def test_longitudes_lie_in_the_shortest_arc_that_holds_them(lons):
    """They are the same places of the earth, and no arc that begins at one of them is shorter."""
    found = in_one_arc(lons)

    assert all(abs((one - other + 180) % 360 - 180) < 1e-9 for one, other in zip(lons, found, strict=True))
    arcs = (max((lon - west) % 360 for lon in lons) for west in lons)
    assert max(found) - min(found) <= min(arcs) + 1e-9


@given(st.integers(-1800, 1800), st.integers(-1800, 1800), st.integers(-590, 800))
def test_a_place_on_the_edge_lies_within(west, east, south):
    """Longitudes are compared as they are written, though their differences round."""
    east += 3600 if east <= west else 0
    bounds = Bounds(south / 10, west / 10, south / 10 + 5, east / 10)
    edges = [
        Place("A", lat, round((lon + 180) % 360 - 180, 1), "k")
        for lat in (south / 10, south / 10 + 5)
        for lon in (west / 10, east / 10)
    ]

    assert all(map(bounds.hold, edges))


def test_north_is_up_and_east_is_right():
    """In both halves of the earth."""
    for lat in (47.0, -47.0):
        picture = mapped(f"A | {lat}, 7 | harbour\nB | {lat + 3}, 7 | harbour\nC | {lat}, 12 | harbour")
        a, b, c = spots(picture)
        assert b[1] < a[1]
        assert c[0] > a[0]


NAMES = st.from_regex(r"[A-H][a-h]{1,11}( [a-h]{1,9})?", fullmatch=True)


@st.composite
def lists(draw):
    """Lists of up to sixteen places within some thousand kilometres."""
    names = draw(st.lists(NAMES, min_size=1, max_size=16, unique=True))
    kinds = st.sampled_from(["harbour", "mouth", "harbour", "sea"])
    lat, lon = draw(st.floats(-45, 60)), draw(st.floats(-170, 160))
    inside = st.floats(0, 12)
    return "\n".join(f"{name} | {lat + draw(inside):.3f}, {lon + draw(inside):.3f} | {draw(kinds)}" for name in names)


@settings(max_examples=25)
@given(lists(), st.sampled_from([WIDTH, 240.0]))
def test_no_word_of_a_map_meets_another_or_leaves_it(rows, wide):
    """Names, numbers, degrees and key stand apart, whatever the places; or it is said that there is no room."""
    picture = mapped(rows, wide)
    if not isinstance(picture, Picture):
        assert all(re.search(r"on one spot of the map|has no room", problem.what) for problem in picture)
    else:
        assert_sound(picture, wide)
        assert len(rows.splitlines()) == len(picture.rows)


# Three markers in a row that touch the frame may leave no room; that is told, as the tests of faults show.
@given(st.lists(st.tuples(NAMES, st.floats(12, 288), st.floats(12, 188)), min_size=1, max_size=14))
def test_names_stand_clear_of_markers_and_frame(wanted):
    """Each place has a name or a number; none lies on another, on a marker or over the frame."""
    frame = Box(0, 0, 300, 200)
    apart = []
    for name, x, y in wanted:
        if all(hypot(x - other.marker[0], y - other.marker[1]) > 12 for other in apart):
            apart.append(Wanted(name, (x, y)))
    labels, numbers = label_places(apart, frame, [])
    boxes = [label.box for label in labels]

    assert len(apart) == len(labels)
    assert [name for name, _ in numbers] == [
        each.name for each, label in zip(apart, labels, strict=True) if label.words != each.name
    ]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(frame.holds(box) for box in boxes)
    for each, label in zip(apart, labels, strict=True):
        others = [marker_box(other.marker) for other in apart if other is not each]
        assert not any(map(label.box.meets, others))


def test_a_name_stands_where_its_author_wants_it():
    """Each of the eight sides can be asked for."""
    for side, (across, down) in SIDES.items():
        (label,), _ = label_places([Wanted("Basel", (100, 100), side)], Box(0, 0, 300, 200), [])
        box = label.box
        assert across == (box.left >= 100) - (box.right <= 100)
        assert down == (box.top >= 100) - (box.bottom <= 100)


def test_a_name_without_room_has_a_number_in_the_key():
    """Where names would cover each other, a number stands beside the marker and the name below the map."""
    name = "A town with a very long name"
    rows = "\n".join(f"{name} {at} | {50 + at % 4 * 0.2}, {at // 4 * 0.3} | harbour" for at in range(16))
    svg = mapped(rows).svg
    numbers = re.findall(r'font-weight="700">(\d+)<', svg)

    assert numbers == [str(place + 1) for place in range(len(numbers))]
    assert 16 == sum(text.startswith(name) for *_, text in texts(svg))
    assert all(svg.count(f">{number}<") == 2 for number in numbers)
    assert numbers


def test_a_neighbour_makes_room():
    """A place that likes the room best which is the only one for another goes elsewhere."""
    shared, below, lower = Box(0, 0, 20, 10), Box(0, 30, 20, 40), Box(5, 5, 25, 15)

    assert {0: below, 1: lower} == choose({0: [shared, below], 1: [lower, Box(8, 2, 28, 12)]})


def test_names_of_areas_are_not_read_as_one():
    """Two regions side by side keep a distance, and neither is a point."""
    wanted = [Wanted("North Moor", (100, 50), is_area=True), Wanted("South Moor", (120, 60), is_area=True)]
    (one, other), _ = label_places(wanted, Box(0, 0, 300, 100), [])

    assert not one.box.wider(7).meets(other.box)
    assert one.spaced


@given(st.lists(st.tuples(NAMES, st.floats(5, 295), st.floats(5, 195)), min_size=1, max_size=9))
def test_the_name_of_an_area_stands_near_its_place_or_not_at_all(wanted):
    """Its middle is no farther off than a twentieth of the map's width; where there is no room, that is told."""
    try:
        labels, _ = label_places([Wanted(name, (x, y), is_area=True) for name, x, y in wanted], Box(0, 0, 300, 200), [])
    except NoRoomError as crowded:
        assert set(crowded.names) <= {name for name, *_ in wanted}
        return
    for label in labels:
        box, (x, y) = label.box, label.marker
        assert hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y) <= 15


def test_the_table_says_what_the_map_shows():
    """Places with what they are, what is told of them and where they lie; areas among them."""
    picture = mapped(RIVERS)

    assert ("Place", "What it is", "Note", "Latitude and longitude") == picture.heads
    assert ("Karlsruhe", "harbour", "the river was straightened here from 1817", "49° N, 8.4° E") == picture.rows[0]
    assert ("Rotterdam", "mouth of the river", "ships go to sea", "51.9° N, 4.5° E") == picture.rows[2]
    assert ("North Sea", "sea", "", "54° N, 4° E") == picture.rows[3]


def test_who_cannot_see_the_map_hears_its_places():
    """The alternative text names each place under its kind."""
    assert (
        "Map with 4 places. Harbour: Karlsruhe, Basel. Mouth of the river: Rotterdam. Sea: North Sea."
        == mapped(RIVERS).alt
    )


def test_a_map_says_what_it_leaves_out_and_where_it_is_from():
    """Below it stand the origin of coasts and places, the projection, and that borders are not shown."""
    told = " ".join(mapped(RIVERS, credit="places: a gazetteer").counted)

    assert "Coasts: Natural Earth. Borders, rivers and lakes are not shown. Places: a gazetteer. Albers" in told


def test_kinds_differ_in_shape():
    """Five kinds are told apart on a copier: no two markers are of the same shape and filling."""
    kinds = "abcde"
    rows = "\n".join(f"{kind.upper()} | {50 + place}, {place * 3} | {kind}" for place, kind in enumerate(kinds))
    picture = mapped(rows, kinds=" | ".join(kinds))
    shapes = re.findall(r'<(circle|polygon) class="(\w+)"[^>]*?(?:points="([^"]*)"|r=)', picture.svg)[-5:]

    assert 5 == len({(shape, look, _turn(points)) for shape, look, points in shapes})


def _turn(points):
    """Corners and whether the shape stands on one of them."""
    corners = [tuple(map(float, point.split(","))) for point in points.split()]
    lowest = max((y for _, y in corners), default=0)
    return len(corners), sum(abs(y - lowest) < 0.1 for _, y in corners)


def test_the_bar_of_the_scale_is_true():
    """On the standard parallels a degree of longitude is as long as the bar says."""
    places = [Place("a", 50, 5, "k"), Place("b", 50, 15, "k")]
    view = View.of(places, None, (0, 0), 300)
    (x1, y1), (x2, y2) = view.at(50, 9), view.at(50, 11)
    true = 2 * EARTH * pi / 180 * cos(radians(50))

    assert abs(hypot(x2 - x1, y2 - y1) / view.scale / true - 1) < 1e-3


def test_degrees_are_written_as_in_an_atlas():
    """With the letters of the compass; the equator and the meridians 0 and 180 have none."""
    assert ["62.5° N", "8° S", "0°"] == [latitude(lat) for lat in (62.5, -8, 0)]
    assert ["151° E", "172° W", "180°", "170° W"] == [longitude(lon) for lon in (151, -172, 180, 190)]


ONE = "Basel | 47.56, 7.57 | harbour"
FAULTS = [
    ("", {}, 5, "the map has no places"),
    (ONE, {"caption": None}, 5, "the map has no title"),
    (ONE, {"kinds": None}, 5, "the map has no kinds of places"),
    (ONE, {"kinds": "a|b|c|d|e|harbour"}, 5, "the map has 6 kinds of places"),
    (ONE, {"bounds": "47, 7, 54"}, 5, "“47, 7, 54” in :bounds: are no four numbers"),
    (ONE, {"bounds": "54, 7, 47, 9"}, 5, "the latitudes 54 and 47 in :bounds: are none"),
    (ONE, {"bounds": "40, 7, 54, 7"}, 5, "the longitudes 7 and 7 in :bounds: are none"),
    (f"{ONE}\nBasel", {}, 12, "“Basel” is no place"),
    (f"{ONE}\nBern | 46.9 N | harbour", {}, 12, "“46.9 N” is no latitude with its longitude"),
    (f"{ONE}\nBern | 96.9, 7.4 | harbour", {}, 12, "the latitude 96.9 of “Bern” is none"),
    (f"{ONE}\nBern | 46.9, 187.4 | harbour", {}, 12, "the longitude 187.4 of “Bern” is none"),
    (f"{ONE}\nBern | 46.9, 7.4 | lake", {}, 12, "“lake” is none of the :kinds:"),
    (f"{ONE}\nBern | 46.9, 7.4 | harbour | | north", {}, 12, "“north” is no side of a marker"),
    (f"{ONE}\n{ONE}", {}, 12, "“Basel” stands in the list twice"),
    (f"{ONE}\nBern | 46.9, 7.4 | harbour", {"bounds": "47, 7, 54, 9"}, 12, "“Bern” lies outside :bounds:"),
    (f"{ONE}\nBaselx | 47.57, 7.58 | harbour\nBonn | 50.7, 7.1 | harbour", {}, 12, "lie on one spot of the map"),
    (f"{ONE}\nBay of Biscay | 45, 0 | sea", {"bounds": "45, 0, 50, 12"}, 12, "“Bay of Biscay” has no room"),
    ("\n".join(f"A{place} | {place}, 7 | harbour" for place in range(25)), {}, 5, "the map has 25 places"),
]


def test_each_fault_of_a_map_is_told_with_its_line():
    """What cannot be drawn is a value that names the line and says what to write instead."""
    for rows, options, line, what in FAULTS:
        found = mapped(rows, **options)
        assert not isinstance(found, Picture), what
        (problem,) = found
        assert what in problem.what
        assert line == problem.source.line
        assert problem.mend


def test_all_faults_of_a_map_are_told_at_once():
    """An author mends a list in one go: each option, each line and each part of a line has its own words."""
    rows = "Basel\nBern | 96.9, 187.4 | lake | | north\nBonn | 50.7, 7.1 | harbour\nBonn | 50.7, 7.1 | harbour"
    expected = [
        (5, "the map has no title"),
        (5, "the latitudes 54 and 47 in :bounds: are none"),
        (5, "the longitudes 7 and 7 in :bounds: are none"),
        (11, "“Basel” is no place"),
        (12, "the latitude 96.9 of “Bern” is none"),
        (12, "the longitude 187.4 of “Bern” is none"),
        (12, "“lake” is none of the :kinds:"),
        (12, "“north” is no side of a marker"),
        (14, "“Bonn” stands in the list twice"),
    ]

    assert expected == told(mapped(rows, caption=None, bounds="54, 7, 47, 7"))


def test_all_places_without_room_are_told_at_once():
    """A marker that another covers is told beside the name of an area that has no room, each with its line."""
    rows = f"{ONE}\nBaselx | 47.57, 7.58 | harbour\nBay of Biscay | 45, 0 | sea\nBern | 46.9, 7.4 | harbour"
    expected = [
        (12, "“Basel” and “Baselx” lie on one spot of the map"),
        (13, "“Bay of Biscay” has no room beside its neighbours"),
    ]

    assert expected == told(mapped(rows, bounds="45, 0, 50, 12"))


def told(faults):
    """Line and words of each fault."""
    return [(problem.source.line, problem.what) for problem in faults]


@given(st.lists(st.booleans(), min_size=1, max_size=20))
def test_no_broken_line_of_a_map_goes_untold(sound):
    """Whatever lines stand before it, a line that is no place is told, and no other line is."""
    rows = [
        f"A{number} | {number * 3}, {number * 3} | {'harbour' if fine else 'lake'}" for number, fine in enumerate(sound)
    ]
    found = mapped("\n".join(rows), bounds="-10, -10, 60, 60")
    broken = [(11 + number, "“lake” is none of the :kinds:") for number, fine in enumerate(sound) if not fine]

    assert isinstance(found, Picture) if not broken else broken == told(found)


def test_the_same_list_gives_the_same_map():
    """Nothing in it is chosen by chance, and no marker or name is dropped."""
    one = mapped(RIVERS)

    assert isinstance(one, Picture)
    assert one == mapped(RIVERS)
    assert {"Karlsruhe", "Basel", "Rotterdam", "North Sea"} <= {text for *_, text in texts(one.svg)}
