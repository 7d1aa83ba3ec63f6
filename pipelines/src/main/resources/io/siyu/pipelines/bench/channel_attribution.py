"""Runs ChannelAttribution's Markov model of order 1 on a file of counted paths and tells seconds, memory and credits as JSON."""
import contextlib
import json
import resource
import sys
import time

import pandas
from ChannelAttribution import markov_model

begin = time.perf_counter()
paths = pandas.read_csv(sys.argv[1])
with contextlib.redirect_stdout(sys.stderr):
    result = markov_model(
        paths, "path", "conversions", var_value="value", var_null="nulls", order=1, sep=">", ncore=0, seed=1, flg_adv=False)
seconds = time.perf_counter() - begin
credits = result[0] if isinstance(result, (list, tuple)) else result
credits = credits["result"] if isinstance(credits, dict) else credits
print(json.dumps({
    "seconds": seconds,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    "conversions": {str(c).strip(): float(v) for c, v in zip(credits["channel_name"], credits["total_conversions"])},
}))
