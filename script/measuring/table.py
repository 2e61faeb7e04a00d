"""The table of a measurement, in Markdown."""


class Table:
    def __init__(self):
        self.rows = [("what", "figure", "limit", "ratio", "limit is")]

    def add(self, what, figure, limit="", ratio=None, against=""):
        shown = "" if ratio is None else f"{ratio:.2f}"
        self.rows.append((what, figure, limit, shown, against))
        print("  ".join(part for part in self.rows[-1] if part), flush=True)

    def text(self):
        widths = [max(len(row[column]) for row in self.rows) for column in range(5)]
        lines = [
            "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths)) + " |"
            for row in self.rows
        ]
        lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
        return "\n".join(lines)
