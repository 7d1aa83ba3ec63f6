"""Runs ChannelAttribution's Markov model of order 1 on a file of counted paths and tells seconds, memory and credits as JSON."""
import contextlib
import json
import os
import resource
import sys
import time

import pandas

with contextlib.redirect_stdout(sys.stderr):
    from ChannelAttribution import markov_model

rounds = []
for _ in range(int(sys.argv[2])):
    begin = time.perf_counter()
    paths = pandas.read_csv(sys.argv[1])
    paths["path"] = paths["path"].str.replace(" > ", ">", regex=False)
    read = time.perf_counter()
    with contextlib.redirect_stdout(sys.stderr):
        result = markov_model(
            paths, "path", "conversions", var_value="value", var_null="nulls", order=1, sep=">", ncore=os.cpu_count(), seed=1,
            verbose=False, flg_pro=False)
    rounds.append((read - begin, time.perf_counter() - read))
credits = result[0] if isinstance(result, (list, tuple)) else result
credits = credits["result"] if isinstance(credits, dict) else credits
print(json.dumps({
    "read_seconds": min(r[0] for r in rounds),
    "model_seconds": min(r[1] for r in rounds),
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    "conversions": {str(c).strip(): float(v) for c, v in zip(credits["channel_name"], credits["total_conversions"])},
}))
