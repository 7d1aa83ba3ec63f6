"""Links a file of people with Splink on DuckDB, set up as Splink's own example of 50,000 people is (docs: deduplicate 50k rows of
historical persons); writes clusters at several thresholds and tells seconds, memory and pairs as JSON."""
import json
import logging
import resource
import sys
import time

import pandas
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.getLogger("splink").setLevel(logging.ERROR)
THRESHOLD = 0.95
OTHERS = [0.5, 0.8, 0.99]

begin = time.perf_counter()
worked = time.process_time()
people = pandas.read_csv(sys.argv[1], dtype=str)
people["name"] = people["given_name"] + " " + people["surname"]
settings = SettingsCreator(
    link_type="dedupe_only",
    unique_id_column_name="record_id",
    blocking_rules_to_generate_predictions=[
        block_on("given_name", "surname"),
        block_on("surname", "birthday"),
        block_on("given_name", "birthday"),
        block_on("phone"),
        block_on("email"),
        block_on("birthday", "city"),
        block_on("surname", "district", "substr(birthday, 1, 4)"),
    ],
    comparisons=[
        cl.ForenameSurnameComparison("given_name", "surname", forename_surname_concat_col_name="name"),
        cl.DateOfBirthComparison("birthday", input_is_string=True),
        cl.LevenshteinAtThresholds("phone", [1, 2]),
        cl.EmailComparison("email"),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.ExactMatch("district").configure(term_frequency_adjustments=True),
        cl.ExactMatch("gender"),
    ],
)
linker = Linker(people, settings, DuckDBAPI())
linker.training.estimate_probability_two_random_records_match(
    [block_on("given_name", "surname", "birthday"), block_on("surname", "phone"), block_on("email")], recall=0.8)
linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("given_name", "surname"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("birthday"))
trained = time.perf_counter()
pairs = linker.inference.predict(threshold_match_probability=0.01)
predicted = time.perf_counter()
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=THRESHOLD)
clusters.as_pandas_dataframe()[["record_id", "cluster_id"]].to_csv(f"{sys.argv[2]}-{THRESHOLD}.csv", index=False)
done = time.perf_counter()
worked = time.process_time() - worked
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
for other in OTHERS:
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=other)
    found.as_pandas_dataframe()[["record_id", "cluster_id"]].to_csv(f"{sys.argv[2]}-{other}.csv", index=False)
compared = linker.inference.predict()
count = linker.misc.query_sql(f"select count(*) as n from {compared.physical_name}")
print(json.dumps({
    "seconds": done - begin,
    "cpu_seconds": worked,
    "train_seconds": trained - begin,
    "predict_seconds": predicted - trained,
    "cluster_seconds": done - predicted,
    "peak_mb": peak,
    "pairs": int(count["n"][0]),
    "threshold": THRESHOLD,
    "thresholds": sorted([THRESHOLD, *OTHERS]),
}))
