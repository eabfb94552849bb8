"""The samples as a Markdown table."""
import statistics


def print_table(samples):
    """`samples` is {side: {metric: [values]}}; the first side is the floor of the ratio."""
    sides = list(samples)
    print("| | " + " | ".join(sides) + (" | ratio |" if len(sides) == 2 else " |"))
    print("|---|" + "---:|" * (len(sides) + (len(sides) == 2)))
    for metric in {m: None for side in sides for m in samples[side]}:
        medians = [median(samples[side].get(metric)) for side in sides]
        ratio = [ratio_of(metric, *medians)] if len(sides) == 2 else []
        print(f"| {metric} | " + " | ".join([number(m) for m in medians] + ratio) + " |")


def ratio_of(metric, floor, value):
    """No ratio for what a process uses of its own: the two sides are processes of different kinds there."""
    return "–" if " own " in f" {metric}" or not floor or value is None else f"{value / floor:.2f}"


def median(values):
    return statistics.median(values) if values else None


def number(value):
    if value is None:
        return "–"
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"
