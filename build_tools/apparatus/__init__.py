"""What a textbook has besides its text: boxes for learning, questions with their keys, and the answers at the back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def setup_apparatus(app: Sphinx) -> None:
    """Add the directives of the apparatus and what writes them."""
    from .boxes import BOXES
    from .directives import AnswersDirective, BoxDirective
    from .html import depart_answers, depart_box, depart_level, visit_answers, visit_box, visit_level
    from .nodes import AnswersNode, BoxNode, LevelNode
    from .plain import PlainBoxes

    for name in BOXES:
        app.add_directive(name, BoxDirective)
    app.add_directive("answers", AnswersDirective)
    app.add_config_value("worksheets_box_titles", {}, "env", dict, "titles of the boxes: {'debate': 'Debate'}")
    app.add_node(BoxNode, html=(visit_box, depart_box))
    app.add_node(LevelNode, html=(visit_level, depart_level))
    app.add_node(AnswersNode, html=(visit_answers, depart_answers))
    app.add_post_transform(PlainBoxes)
    app.connect("config-inited", _free_names)


def _free_names(app: Sphinx, config: Config) -> None:
    # Sphinx asks the domain of Python first, unless told otherwise, and there "method" is something else.
    if config.primary_domain == "py":
        config.primary_domain = None
