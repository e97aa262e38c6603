"""Queries a lake without the JVM: query.py LAKE SQL prints the rows as a JSON array of arrays.

delta-rs says which files a table has, DuckDB reads them; DuckDB's own Delta extension would have to be downloaded.
Tables are views named as in the contract, e.g. gold.sky_by_region.
"""

import json
import pathlib
import sys

import duckdb
from deltalake import DeltaTable

lake, sql = pathlib.Path(sys.argv[1]), sys.argv[2]
database = duckdb.connect()
for log in sorted(lake.glob("*/*/_delta_log")):
    layer, table = log.parts[-3:-1]
    files = DeltaTable(str(log.parent)).file_uris()
    database.execute(f"CREATE SCHEMA IF NOT EXISTS {layer}")
    if files:
        names = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        database.execute(
            f"CREATE VIEW {layer}.{table} AS SELECT * FROM read_parquet([{names}], hive_partitioning = true)"
        )
json.dump(database.execute(sql).fetchall(), sys.stdout, ensure_ascii=False)
