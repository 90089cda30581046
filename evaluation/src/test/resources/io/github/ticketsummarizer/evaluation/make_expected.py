"""Writes expected.json: made-up answers and the figures that scikit-learn gives for them.

    pip install scikit-learn==1.9.1
    python make_expected.py > expected.json

The resamples are drawn as java.util.Random draws them, whose algorithm is part of its specification, so that the
intervals are of the very same tickets.
"""

import json
import math
import random
import warnings

import numpy
from sklearn.metrics import accuracy_score, cohen_kappa_score, confusion_matrix, f1_score
from sklearn.metrics import precision_recall_fscore_support

warnings.filterwarnings("ignore")
RESAMPLES = 200
SEED = 42
NO_ANSWER = "(no answer)"
PODS = ["WFE", "Guidance", "CMM", "Hub", "Analytics", "Insights", "Capture", "Mirror", "Desktop", "Mobile", "Labs"]


class JavaRandom:
    """java.util.Random: a linear congruential generator of 48 bits."""

    def __init__(self, seed):
        self.seed = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def next(self, bits):
        self.seed = (self.seed * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return self.seed >> (48 - bits)

    def next_int(self, bound):
        value = self.next(31)
        if bound & (bound - 1) == 0:
            return (bound * value) >> 31
        while value - value % bound + bound - 1 >= 1 << 31:
            value = self.next(31)
        return value % bound


def resamples(tickets):
    generator = JavaRandom(SEED)
    return [[generator.next_int(tickets) for _ in range(tickets)] for _ in range(RESAMPLES)]


def figure(tickets, statistic):
    """The value over all tickets and its 95 % interval; None where there is no data."""
    value = statistic(list(range(tickets)))
    drawn = [statistic(indices) for indices in resamples(tickets)]
    drawn = [one for one in drawn if one is not None]
    if value is None:
        return [None, None, None]
    if not drawn:
        return [value, None, None]
    return [value, *(float(end) for end in numpy.percentile(drawn, [2.5, 97.5]))]


def seen(expected, answered):
    return sorted(set(expected) | {answer for answer in answered if answer != NO_ANSWER})


def averaged_f1(average):
    def statistic(expected, answered):
        return float(f1_score(expected, answered, labels=seen(expected, answered), average=average, zero_division=0))

    return statistic


def kappa(expected, answered):
    value = float(cohen_kappa_score(expected, answered))
    return None if math.isnan(value) else value


def of_class(name, column):
    def statistic(expected, answered):
        if name not in expected and name not in answered:
            return None
        scores = precision_recall_fscore_support(expected, answered, labels=[name], zero_division=0)
        return float(scores[column][0])

    return statistic


def figures(expected, answered, confident, acceptable):
    tickets = len(expected)

    def of_answers(statistic):
        return figure(tickets, lambda some: statistic([expected[i] for i in some], [answered[i] for i in some]))

    def share(counted, right):
        def statistic(some):
            kept = [float(right[i]) for i in some if counted[i]]
            return float(numpy.mean(kept)) if kept else None

        return figure(tickets, statistic)

    everything = [True] * tickets
    correct = [e == a for e, a in zip(expected, answered)]
    accepted = [a in pods for a, pods in zip(answered, acceptable)]
    classes = seen(expected, answered)
    matrix = confusion_matrix(expected, answered, labels=classes + [NO_ANSWER])
    return {
        "accuracy": of_answers(lambda e, a: float(accuracy_score(e, a))),
        "macro_f1": of_answers(averaged_f1("macro")),
        "weighted_f1": of_answers(averaged_f1("weighted")),
        "kappa": of_answers(kappa),
        "confident_precision": share(confident, correct),
        "confident_coverage": share(everything, confident),
        "acceptable_accuracy": share(everything, accepted),
        "acceptable_confident_precision": share(confident, accepted),
        "classes": [
            {
                "name": name,
                "support": expected.count(name),
                "answered": answered.count(name),
                "precision": of_answers(of_class(name, 0)),
                "recall": of_answers(of_class(name, 1)),
                "f1": of_answers(of_class(name, 2)),
            }
            for name in classes
        ],
        "confusion": matrix[:-1, :-1].tolist(),
        "without_answer": matrix[:-1, -1].tolist(),
    }


def data_set(name, expected, answered, seed=7):
    generator = random.Random(seed)
    confident = [a != NO_ANSWER and generator.random() < 0.6 for a in answered]
    acceptable = [[e] + generator.sample(PODS, generator.choice([0, 0, 1, 2])) for e in expected]
    return {
        "name": name,
        "expected": expected,
        "answered": [None if a == NO_ANSWER else a for a in answered],
        "confident": confident,
        "acceptable": acceptable,
        "figures": figures(expected, answered, confident, acceptable),
    }


def drawn(seed, tickets, classes, weights, right, answers=None):
    """Answers that are right with a probability, else any of the given ones."""
    generator = random.Random(seed)
    expected = generator.choices(classes, weights, k=tickets)
    answered = [e if generator.random() < right else generator.choice(answers or classes) for e in expected]
    return expected, answered


def data_sets():
    alike = [1] * len(PODS)
    yield data_set("eleven classes alike", *drawn(1, 66, PODS, alike, 0.7))
    yield data_set("three classes, unbalanced", *drawn(2, 60, ["yes", "no", "maybe"], [50, 8, 2], 0.8))
    yield data_set("eleven classes, unbalanced", *drawn(3, 120, PODS, [2**i for i in range(11)], 0.6))
    yield data_set("a class that is never answered", *drawn(4, 30, PODS[:4], alike[:4], 0.5, PODS[:3]))
    yield data_set("a class that is only answered", *drawn(5, 30, PODS[:3], alike[:3], 0.5, PODS[:4]))
    yield data_set("tickets without an answer", *drawn(6, 40, PODS[:5], alike[:5], 0.6, PODS[:5] + [NO_ANSWER] * 5))
    yield data_set("no ticket with an answer", *drawn(7, 12, PODS[:3], alike[:3], 0.0, [NO_ANSWER]))
    yield data_set("all right", *drawn(8, 20, PODS[:4], alike[:4], 1.0))
    yield data_set("all wrong", ["WFE", "Guidance", "CMM"] * 6, ["Guidance", "CMM", "WFE"] * 6)
    yield data_set("one class", ["WFE"] * 9, ["WFE"] * 9)
    yield data_set("one ticket, right", ["Hub"], ["Hub"])
    yield data_set("one ticket, wrong", ["Hub"], ["WFE"])


print(json.dumps({"resamples": RESAMPLES, "seed": SEED, "data_sets": list(data_sets())}, indent=1))
