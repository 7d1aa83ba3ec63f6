"""Values the customers of a folder of purchases as a user of PyMC-Marketing does, by maximum a posteriori; tells each part's seconds as a
line of JSON, as it ends."""
import json
import logging
import resource
import sys
import time
import warnings

import pyarrow.parquet
from pymc_marketing.clv import BetaGeoModel, GammaGammaModel, rfm_summary

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
HORIZONS = (30, 90, 180, 365)
folder, today, out = sys.argv[1:]


def tell(**facts):
    facts["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(facts), flush=True)


begin = time.perf_counter()
purchases = pyarrow.parquet.read_table(folder).to_pandas(date_as_object=False)
read = time.perf_counter()
tell(part="file read", seconds=read - begin, rows=len(purchases))

people = rfm_summary(
    purchases, "customer", "day", monetary_value_col="amount", observation_period_end=today, time_unit="D", time_scaler=7)
del purchases
spent = people[(people["frequency"] > 0) & (people["monetary_value"] > 0)]
counted = time.perf_counter()
tell(part="summary", seconds=counted - read, rows=len(people))

spend = GammaGammaModel()
spend.fit(spent, method="map", progressbar=False)
each = spend.expected_customer_spend(people).values.reshape(-1)
tell(part="Gamma-Gamma, fit and score", seconds=time.perf_counter() - counted, rows=len(people))

begin = time.perf_counter()
orders = BetaGeoModel()
orders.fit(people, method="map", progressbar=False)
fitted = time.perf_counter()
result = people.copy()
result["alive"] = orders.expected_probability_alive(people).values.reshape(-1)
for days in HORIZONS:
    result["orders_%d" % days] = orders.expected_purchases(people, future_t=days / 7).values.reshape(-1)
    result["spend_%d" % days] = result["orders_%d" % days] * each
result.to_parquet(out)
tell(model="BG/NBD", fit=fitted - begin, score=time.perf_counter() - fitted, days=float(result["orders_365"].sum()))
