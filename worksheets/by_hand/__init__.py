"""What a teacher decides by hand before sheets are printed; everything else stays as it was drawn.

Nothing here is drawn anew that need not be: the sheet is drawn as if there were no hand, and then changed.
"""

from .hand import NO_HAND, Hand, Space, Spot
from .reading import hand_from
from .sheets import ByHand

__all__ = ["NO_HAND", "ByHand", "Hand", "Space", "Spot", "hand_from"]
