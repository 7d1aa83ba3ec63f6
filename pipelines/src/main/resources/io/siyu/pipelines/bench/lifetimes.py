"""Values the customers of a folder of purchases as a user of lifetimes does; tells each part's seconds as a line of JSON, as it ends."""
import json
import resource
import sys
import time
import warnings

import numpy
import pyarrow.parquet
from lifetimes import BetaGeoFitter, GammaGammaFitter, ParetoNBDFitter
from lifetimes.utils import summary_data_from_transaction_data

warnings.filterwarnings("ignore")
HORIZONS = (30, 90, 180, 365)
folder, today, out = sys.argv[1:]


def tell(**facts):
    facts["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(facts), flush=True)


begin = time.perf_counter()
purchases = pyarrow.parquet.read_table(folder).to_pandas(date_as_object=False)
read = time.perf_counter()
tell(part="file read", seconds=read - begin, rows=len(purchases))

people = summary_data_from_transaction_data(
    purchases, "customer", "day", monetary_value_col="amount", observation_period_end=today, freq="D", freq_multiplier=7)
del purchases
cells = (people.assign(recency=numpy.floor(people["recency"]), T=numpy.floor(people["T"]))
         .groupby(["frequency", "recency", "T"]).size().reset_index(name="weight"))
spent = people[(people["frequency"] > 0) & (people["monetary_value"] > 0)]
grid = numpy.exp(numpy.round(numpy.log(spent["monetary_value"]) / numpy.log(1.001)) * numpy.log(1.001))
spends = spent.assign(monetary_value=grid).groupby(["frequency", "monetary_value"]).size().reset_index(name="weight")
counted = time.perf_counter()
tell(part="summary and counting", seconds=counted - read, rows=len(people), cells=len(cells), spends=len(spends))

spend = GammaGammaFitter()
spend.fit(spends["frequency"], spends["monetary_value"], weights=spends["weight"])
each = spend.conditional_expected_average_profit(people["frequency"], people["monetary_value"])
tell(part="Gamma-Gamma, fit and score", seconds=time.perf_counter() - counted, rows=len(people))

for name, orders in (("BG/NBD", BetaGeoFitter()), ("Pareto/NBD", ParetoNBDFitter())):
    begin = time.perf_counter()
    try:
        orders.fit(cells["frequency"], cells["recency"], cells["T"], weights=cells["weight"])
    except Exception as error:
        tell(model=name, failed=type(error).__name__)
        continue
    fitted = time.perf_counter()
    result = people.copy()
    result["alive"] = orders.conditional_probability_alive(people["frequency"], people["recency"], people["T"])
    for days in HORIZONS:
        result["orders_%d" % days] = orders.conditional_expected_number_of_purchases_up_to_time(
            days / 7, people["frequency"], people["recency"], people["T"])
        result["spend_%d" % days] = result["orders_%d" % days] * each
    result.to_parquet(out)
    tell(model=name, fit=fitted - begin, score=time.perf_counter() - fitted, days=float(result["orders_365"].sum()))
