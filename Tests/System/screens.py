"""Pictures of pages for people to look at: in docs/screens with PEIL_SCREENS=1, otherwise thrown away."""

import os

from server import ROOT


def folder(otherwise):
    if os.environ.get("PEIL_SCREENS") != "1":
        return otherwise
    place = ROOT / "docs" / "screens"
    place.mkdir(parents=True, exist_ok=True)
    return place
