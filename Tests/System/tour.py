"""The blocks of commands of a heading in a Markdown document, to be run as printed."""

import re

HEADING = re.compile(r"^(#+)\s+(.*?)\s*#*$")
FENCE = re.compile(r"^(`{3,}|~{3,})\s*(\w*)\s*$")


def blocks(document, heading, language="sh"):
    """The content of each fenced block of the language below the heading, up to the next of its rank."""
    found, block, fence, rank = [], None, None, None
    for line in document.splitlines():
        if fence:
            if line.strip() == fence:
                if block is not None:
                    found.append("\n".join(block) + "\n")
                block, fence = None, None
            elif block is not None:
                block.append(line)
        elif opened := FENCE.match(line):
            fence = opened[1]
            block = [] if rank is not None and opened[2] == language else None
        elif title := HEADING.match(line):
            if rank is None:
                rank = len(title[1]) if title[2] == heading else None
            elif len(title[1]) <= rank:
                break
    return found
