"""All peers, in the order of the table."""

from __future__ import annotations

from .chromium_peer import CHROMIUM
from .latex_peers import PDFLATEX, PDFLATEX_AGAIN
from .press_peers import PRESS, PRESS_ANEW
from .typst_peers import TYPST, TYPST_UNTAGGED
from .weasyprint_peers import WEASYPRINT, WEASYPRINT_EACH

PEERS = {
    peer.name: peer
    for peer in (
        PRESS,
        PRESS_ANEW,
        PDFLATEX_AGAIN,
        PDFLATEX,
        TYPST_UNTAGGED,
        TYPST,
        CHROMIUM,
        WEASYPRINT,
        WEASYPRINT_EACH,
    )
}
# What the others are compared with.
BASES = (PDFLATEX_AGAIN.name, TYPST.name)
