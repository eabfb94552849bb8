"""The samples as a Markdown table."""
import statistics


class Report:
    """What was measured on some sides, the first of which is the floor of the ratio, and what a side could not do."""

    def __init__(self, sides):
        self._sides = sides
        self._rows = {}
        self._workloads = {}
        self._notes = []

    def add(self, workload, side, row, value):
        self._workloads[row] = workload
        self._rows.setdefault(row, {}).setdefault(side, []).append(value)

    def note(self, workload, side, text):
        if (workload, side, text) not in self._notes:
            self._notes.append((workload, side, text))

    def print(self, title, remarks):
        ratio = len(self._sides) == 2
        print(f"\n| {title} | " + " | ".join(self._sides) + (" | ratio |" if ratio else " |"))
        print("|---|" + "---:|" * (len(self._sides) + ratio))
        for row, values in self._rows.items():
            medians = [median(values.get(side)) for side in self._sides]
            cells = [number(m) + self._marks(row, side) for side, m in zip(self._sides, medians)]
            print(f"| {row} | " + " | ".join(cells + ([ratio_of(row, *medians)] if ratio else [])) + " |")
        for index, (workload, side, text) in enumerate(self._notes, 1):
            print(f"\n{index}. {side}, {workload}: {text}")
        for remark in remarks:
            print(f"\n{remark}")

    def _marks(self, row, side):
        indices = [i for i, (w, s, _) in enumerate(self._notes, 1) if s == side and w in (self._workloads[row], None)]
        return f" <sup>{', '.join(map(str, indices))}</sup>" if indices else ""


def ratio_of(row, floor, value):
    """No ratio for what a process uses of its own: the two sides are processes of different kinds there."""
    return "–" if " own " in f" {row}" or not floor or value is None else f"{value / floor:.2f}"


def median(values):
    return statistics.median(values) if values else None


def number(value):
    if value is None:
        return "–"
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"
