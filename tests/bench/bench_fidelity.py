"""What fidelity reaches on professional judgements it was not trained on, and on the sample article."""

import sys
import time
import numpy as np
from dataclasses import replace
from sacrebleu.metrics.chrf import CHRF
from train_fidelity import FEATURES, HEAD, MAJOR, ROOT, all_rows, load_all, model_of


def area(bad, worse):
    order = np.argsort(worse, kind="stable")
    values = worse[order]
    ranks = np.empty(len(values))
    _, first, sizes = np.unique(values, return_index=True, return_counts=True)
    ranks[order] = np.repeat(first + (sizes + 1) / 2, sizes)
    return (ranks[bad].sum() - bad.sum() * (bad.sum() + 1) / 2) / (bad.sum() * (~bad).sum())


def worst_tenth(bad, worse):
    return bad[np.argsort(-worse, kind="stable")[: max(1, len(bad) // 10)]].mean()


def within(penalties, worse, sentences):
    groups = {}
    for index, key in enumerate(sentences):
        groups.setdefault(key, []).append(index)
    agreed = total = 0
    for group in groups.values():
        truth = np.sign(np.subtract.outer(penalties[group], penalties[group]))
        told = np.sign(np.subtract.outer(worse[group], worse[group]))
        counted = np.triu(truth != 0)
        total += counted.sum()
        agreed += (counted & (truth == told)).sum() + 0.5 * (counted & (told == 0)).sum()
    return agreed / total


if __name__ == "__main__":
    FILES = load_all()
    t = time.time()
    ROWS = all_rows(FILES)
    print("seconds", time.time() - t)
    if len(sys.argv) > 1:
        np.savez(sys.argv[1], **ROWS)
    try:
        z = np.load("/tmp/fid/chrf.npz")
        CH = {k: z[k] for k in z}
    except FileNotFoundError:
        c = CHRF()
        CH = {
            n: np.array([-c.sentence_score(h, [r]).score for h, r in zip(f.translations, f.references)])
            for n, f in FILES.items()
        }
        np.savez("/tmp/fid/chrf.npz", **CH)
    for mode in ("file", "domain"):
        out = []
        for name, f in FILES.items():
            others = [
                k for k in FILES if k != name and (mode == "file" or k.split("_")[0] != name.split("_")[0])
            ]
            m = model_of([ROWS[k] for k in others], [FILES[k].penalties for k in others])
            bad = f.penalties >= MAJOR
            line = [name]
            vals = []
            for s in (m.penalties(ROWS[name]), -m.fidelities(ROWS[name]), CH[name], ROWS[name][:, 0]):
                v = (area(bad, s), worst_tenth(bad, s), within(f.penalties, s, f.sentences))
                vals.append(v)
                line.append("%.3f/%.2f/%.3f" % v)
            out.append(vals)
            print(*line, flush=True)
        print(mode, "mean", np.array(out).mean(0).round(4).tolist())
    m = model_of(list(ROWS.values()), [f.penalties for f in FILES.values()])
    print({k: round(float(w), 4) for k, w in zip(FEATURES, m.weights)}, m.points)
    al = np.vstack(list(ROWS.values()))
    print("fid quantiles", np.quantile(m.fidelities(al), [0.05, 0.25, 0.5, 0.75, 0.95]))
